import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { parseCsdl } from '../../languages/csdl/parse-csdl.ts'
import { matcherOf } from './evaluate-filter.ts'
import { filterReader } from './filter-reader.ts'
import { tagMatcher } from './tag-matcher.ts'

const random = seededRandom(20170602)
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item // None is empty.
const words = [
  'sky',
  'Sky',
  'skyline',
  'blue',
  'é',
  'e\u0301',
  'İx',
  'ΟΔΟΣ',
  'ΟΔΟΣ.Α',
  'ſky',
  'Kelvin',
  '#',
  "sky's",
  'sk'
]
const regexes = [
  ...[
    'sky',
    'Sky.*blue',
    '(?i)SKY',
    '(?i)kelvin',
    'bl(?:ue|ack)',
    'sk(y)?',
    'sky|#',
    'sky|',
    '^(sky)+line$',
    '[s]ky\\b'
  ],
  ...[
    's{2}',
    'sky?l',
    'ky{0}',
    '(?P<a>bl)u',
    "y'",
    '.*',
    'é',
    '\\bblue\\z',
    '(?:sky ?){2}',
    '\\x73ky',
    '(b)l*ue',
    '\\#'
  ]
]
const text = () => Array.from({ length: Math.floor(random() * 5) }, () => oneOf(words)).join(oneOf([' ', ', ', '']))
const phrase = () => text() || 'blue'
const target = () => oneOf(['interaction.content', 'interaction.hashtags'])

function condition(depth: number): string {
  if (depth > 0 && random() < 0.4) return `not (${condition(depth - 1)})`
  if (depth > 0) return `(${condition(depth - 1)}) ${oneOf(['and', 'or'])} (${condition(depth - 1)})`
  const cs = oneOf(['', '', 'cs '])
  return oneOf([
    `${target()} ${cs}contains "${phrase()}"`,
    `${target()} ${cs}contains_any "${phrase()}, ${phrase()}"`,
    `${target()} ${cs}contains_all "${phrase()}, ${phrase()}"`,
    `${target()} ${cs}wildcard "${oneOf(words.slice(0, 6))}${oneOf(['*', '?', '', '*e', ' *'])}"`,
    `${target()} ${cs}wildcard "${oneOf(['*', '?', ''])}ky*, ${oneOf(words.slice(0, 6))}*"`,
    `${target()} ${cs}== "${phrase()}"`,
    `${target()} in "${phrase()}, ${phrase()}"`,
    `${target()} ${cs}substr "${oneOf([phrase(), 'k', 'KY', 'ΟΔΟΣ', 'skyline b'])}"`,
    `${target()} ${oneOf(['regex_partial', 'regex_exact'])} "${oneOf(regexes)}"`,
    `${target()} exists`
  ])
}

test('scores of one path are added up as decimals', () => {
  const scores = (csdl: string) => tagMatcher(parseCsdl(csdl).rules)(filterReader(() => 'x')).scores
  assert.deepEqual(scores('tag.mood .1 { a exists } tag.mood .2 { a exists }'), [0.3])
  assert.deepEqual(scores('tag.mood 1e9 { a exists } tag.mood -2.5 { a exists }'), [999_999_997.5])
})

test('rules that are found by the words of a post are those that hold of it', () => {
  const conditions = Array.from({ length: 400 }, (_, at) => condition(at % 3))
  const { rules } = parseCsdl(conditions.map((one, at) => `tag.rule "${at}" { ${one} }`).join('\n'))
  const tagsOf = tagMatcher(rules)
  const matchers = rules.map(rule => matcherOf(rule.condition, 'recording'))
  let found = 0
  for (let round = 0; round < 300; round++) {
    const post = {
      'interaction.content': text(),
      'interaction.hashtags': Array.from({ length: Math.floor(random() * 3) }, text)
    }
    const read = (name: string) => post[name as keyof typeof post] // The conditions name no other.
    const expected = matchers.flatMap((matches, at) => (matches(filterReader(read)) ? [String(at)] : []))
    assert.deepEqual(tagsOf(filterReader(read)).names, expected, JSON.stringify(post))
    found += expected.length
  }
  assert.ok(found > 1_000)
})
