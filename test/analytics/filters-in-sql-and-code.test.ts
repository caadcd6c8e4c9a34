import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import Type from 'typebox'
import { boundValues } from '../../src/analytics/bound-values.ts'
import { compileFilter } from '../../src/analytics/csdl/compile-filter.ts'
import { evaluateFilter } from '../../src/analytics/csdl/evaluate-filter.ts'
import type { FilterValue } from '../../src/analytics/csdl/filter-reader.ts'
import { fold, foldArguments, foldedSql } from '../../src/analytics/csdl/fold.ts'
import { interactionsFrom } from '../../src/analytics/interactions/interactions-from.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { parseCsdl } from '../../src/languages/csdl/parse-csdl.ts'
import {
  type Argument,
  type Expression,
  type Operator,
  operators,
  type Predicate
} from '../../src/languages/csdl/tree.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { world } from '../support/world.ts'

const random = seededRandom(20170601)
const below = (limit: number) => Math.floor(random() * limit)
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item // None is empty.
const some = <Item>(most: number, make: () => Item) => Array.from({ length: below(most + 1) }, make)
const few = <Item>(make: () => Item) => [make(), ...some(3, make)]

// What breaks quoting, word rules and case rules: quotes, backslashes, placeholders, SQL, marks, joiners, other alphabets and cases.
const awkward = [
  ...[
    'sky',
    'Sky',
    'SKY',
    'blue',
    'a',
    'I',
    'ı',
    'İ',
    'straße',
    'STRASSE',
    'ẞ',
    'é',
    'é',
    'É',
    'ΟΔΟΣ',
    'οδος',
    'οδοσ',
    'ΟΔΟΣΑ',
    'ΟΔΟΣ.Α',
    'Kelvin',
    'kelvin'
  ],
  ...[
    "'",
    '"',
    '\\',
    '\\\\',
    '\n',
    '\t',
    '\0',
    ' ',
    ' ',
    ' ',
    '.',
    ',',
    '-',
    '_',
    '#',
    '@',
    '$',
    '%',
    '*',
    '?',
    '(',
    ')',
    '[',
    '{',
    '|',
    '^'
  ],
  ...[
    "'; DROP TABLE posts --",
    '{v0:String}',
    "' OR 1=1 --",
    '$' + '{x}',
    '\\d+',
    '😀',
    '👩‍👩‍👧',
    '🇫🇷',
    '日本',
    '日本語',
    'नमस्ते',
    'שלום',
    '\u200d',
    '\u00a0'
  ],
  ...['x'.repeat(300), '#sky', '@blue', "sky's", 'blue,sky', 'ſky', 'ﬁ', '١٢', '12', '2.5']
]
const awkwardText = () => few(() => oneOf(awkward)).join(oneOf(['', ' ', ' ', ' ', ', ']))
const urls = [
  ...[
    'http://www.sky.example/a',
    'HTTP://SKY.example:80/a/',
    'https://sky.example/a?utm_source=x&b=1#c',
    'sky.example/a',
    'https://sky.example:443/?utm_medium=y'
  ],
  ...[
    'http://sky.example/a?',
    'ftp://x',
    '//www.sky.example',
    'http://www.www.sky.example/A//?a=/&utm_x',
    '?',
    '#',
    awkwardText(),
    "http://a.example/'\\"
  ]
]

type Row = Readonly<Record<string, FilterValue>> & { readonly 'interaction.content': string }
const number = () => oneOf([Number.NaN, 0, 1, 2, 3, 10, 1_000_000])
const rows: readonly Row[] = Array.from({ length: 150 }, () => ({
  'interaction.content': random() < 0.1 ? '' : few(awkwardText).join(oneOf(['', ' ', '\n'])),
  'interaction.hashtags': some(3, () => awkwardText().toLowerCase()),
  'twitter.lang': oneOf(['', 'en', 'fr', 'EN']),
  'links.url': some(2, () => oneOf(urls)),
  'twitter.retweet.count': number(),
  'interaction.geo': random() < 0.3 ? [] : [below(1800) / 10 - 90, below(3600) / 10 - 180]
}))
const names = Object.keys(rows[0] ?? {})
const textNames = names.slice(0, 4)

const phrase = () => {
  const text = Array.from(oneOf(rows)['interaction.content']) // A filter holds whole characters.
  const from = below(text.length + 1)
  return random() < 0.5 ? awkwardText() : text.slice(from, from + 1 + below(12)).join('')
}
const visible = (text: string) => (text.trim() === '' ? 'sky' : text)
const pattern = () =>
  oneOf([
    `${visible(phrase()).slice(0, 3)}*`,
    '*',
    '?',
    's?y',
    '*ue',
    'sk*',
    'ΟΔΟΣ*',
    'b*e s?y',
    '\\*',
    'x*x*x',
    phrase()
  ])
const regex = () =>
  oneOf([
    'sk.',
    '^sky',
    'blue$',
    '(?i)SKY|blue',
    '[a-c]+\\b',
    '.',
    '^$',
    'a*',
    '\\p{Greek}+',
    '\\s\\S',
    '\\\\',
    "'",
    '(a|b)*c',
    '\\x{1F600}',
    '日本.?',
    '日本語?',
    '[]b]lue',
    '^(?:sky)?'
  ])
const point = (): readonly [number, number] => [below(180) - 90, below(360) - 180]

const texts = (make: () => string): Argument => ({ kind: 'texts', texts: few(make) })
const argumentOf: Readonly<Record<Operator, (isNumber: boolean) => Argument>> = {
  exists: () => ({ kind: 'none' }),
  contains: () => ({ kind: 'text', text: visible(phrase()) }),
  contains_any: () => texts(() => visible(phrase())),
  contains_all: () => texts(() => visible(phrase())),
  contains_near: () => ({
    kind: 'near',
    texts: [oneOf(awkward), oneOf(['sky', 'blue', 'a', '#', '日本'])],
    distance: 2 + below(5)
  }),
  substr: () => ({ kind: 'text', text: visible(phrase()) }),
  wildcard: () => texts(pattern),
  in: isNumber => (isNumber ? { kind: 'numbers', values: few(() => below(4)) } : texts(whole)),
  url_in: () => texts(() => oneOf(urls)),
  '==': isNumber => (isNumber ? { kind: 'number', value: below(4) } : { kind: 'text', text: whole() }),
  '!=': isNumber => (isNumber ? { kind: 'number', value: below(4) } : { kind: 'text', text: whole() }),
  '<': () => ({ kind: 'number', value: below(11) }),
  '<=': () => ({ kind: 'number', value: below(4) + 0.5 }),
  '>': () => ({ kind: 'number', value: -1 }),
  '>=': () => ({ kind: 'number', value: 1e6 }),
  regex_partial: () => ({ kind: 'text', text: regex() }),
  regex_exact: () => ({ kind: 'text', text: regex() }),
  geo_box: () => ({ kind: 'points', points: [point(), point()] }),
  geo_radius: () => ({ kind: 'points', points: [point()], radiusKm: 1 + below(15_000) }),
  geo_polygon: () => ({ kind: 'points', points: [point(), point(), ...few(point)] })
}

/** A value as it stands in some row, or nearly. */
function whole(): string {
  const value = oneOf(rows)[oneOf(textNames)]
  const text = typeof value === 'string' ? value : Array.isArray(value) ? String(value[0] ?? '') : ''
  return oneOf([text, text.toUpperCase(), text.toLowerCase(), oneOf(awkward), 'en', ''])
}

const comparisons: readonly Operator[] = ['<', '<=', '>', '>=']

function predicate(use: 'recording' | 'query'): Predicate {
  const operator = oneOf(operators)
  const isPlace = operator.startsWith('geo_')
  const isNumber = comparisons.includes(operator) || (['==', '!=', 'in', 'exists'].includes(operator) && random() < 0.3)
  const target = isPlace ? 'interaction.geo' : isNumber ? 'twitter.retweet.count' : oneOf(textNames)
  const canHaveCase = !isNumber && !isPlace && !['exists', 'url_in', 'regex_partial', 'regex_exact'].includes(operator)
  return {
    kind: 'predicate',
    target,
    operator,
    isCaseSensitive: use === 'recording' && canHaveCase && random() < 0.3,
    argument: argumentOf[operator](isNumber),
    place: { line: 1, position: 1, offset: 0 }
  }
}

function expression(use: 'recording' | 'query', depth: number): Expression {
  const kind = depth === 0 ? 'predicate' : oneOf(['predicate', 'not', 'and', 'or', 'or'] as const)
  if (kind === 'predicate') return predicate(use)
  if (kind === 'not') return { kind, item: expression(use, depth - 1) }
  return { kind, items: few(() => expression(use, depth - 1)) }
}

const targets = loadTargets([])

async function matching(warehouse: Warehouse, filter: Expression, use: 'recording' | 'query'): Promise<number[]> {
  const values = boundValues()
  const { sql, needs } = compileFilter(filter, { targets, values, use })
  const found = await warehouse.rows(
    Type.Object({ at: Type.Integer() }),
    `SELECT post.created_at AS at FROM ${interactionsFrom(needs)} WHERE ${sql} ORDER BY at`,
    { ...values.params, service_prefix: 'twitter:' }
  )
  return found.map(row => row.at)
}

/** The smallest part of a filter that means two things, for the reader of a failure. */
async function smallestDifference(
  warehouse: Warehouse,
  filter: Expression,
  use: 'recording' | 'query'
): Promise<string> {
  const parts =
    filter.kind === 'not' ? [filter.item] : filter.kind === 'and' || filter.kind === 'or' ? filter.items : []
  const expected = (part: Expression) =>
    rows.flatMap((row, at) => (evaluateFilter(foldArguments(part, targets), target => row[target], use) ? [at] : []))
  for (const part of parts) {
    const found = await matching(warehouse, part, use).catch(String)
    if (!isDeepStrictEqual(found, expected(part))) return smallestDifference(warehouse, part, use)
  }
  const found = await matching(warehouse, filter, use).catch(String)
  const rowsOf = expected(filter)
  const different = typeof found === 'string' ? [] : rows.filter((_, at) => found.includes(at) !== rowsOf.includes(at))
  return `${use} ${JSON.stringify(filter)}\nengine: ${found}\ncode: ${rowsOf}\n${JSON.stringify(different.slice(0, 3))}`
}

test('a filter means the same in the engine and in plain code', async t => {
  const warehouse = await world(t, {
    posts: rows.map((row, at) => ({
      author: 'ann',
      createdAt: at,
      text: row['interaction.content'] || null,
      hashtags: row['interaction.hashtags'] as string[], // As they are made above.
      lang: (row['twitter.lang'] as string) || null,
      urls: row['links.url'] as string[],
      retweets: Number.isNaN(row['twitter.retweet.count']) ? null : (row['twitter.retweet.count'] as number),
      coordinates:
        (row['interaction.geo'] as number[]).length === 0
          ? null
          : {
              latitude: (row['interaction.geo'] as number[])[0] as number,
              longitude: (row['interaction.geo'] as number[])[1] as number
            }
    }))
  })
  const met = { some: 0, none: 0, all: 0 }
  for (let round = 0; round < 60; round++) {
    const use = oneOf(['recording', 'query'] as const)
    const filter = expression(use, below(4))
    const expected = rows.flatMap((row, at) =>
      evaluateFilter(foldArguments(filter, targets), target => row[target], use) ? [at] : []
    )
    const found = await matching(warehouse, filter, use).catch(String)
    if (!isDeepStrictEqual(found, expected)) assert.fail(await smallestDifference(warehouse, filter, use))
    met[expected.length === 0 ? 'none' : expected.length === rows.length ? 'all' : 'some']++
  }
  assert.ok(met.some > 20, JSON.stringify(met))
})

test('a hashtag is found in whatever case a filter writes it', async t => {
  const warehouse = await world(t, {
    posts: [
      { author: 'ann', createdAt: 0, hashtags: ['Sky', 'BLUE'], urls: ['https://www.Sky.example/a'] },
      { author: 'ann', createdAt: 1, hashtags: ['sea'] }
    ]
  })
  const found: Readonly<Record<string, number[]>> = {
    'interaction.hashtags == "SKY"': [0],
    'interaction.hashtags != "SKY"': [1],
    'interaction.hashtags in "Sea, Blue"': [0, 1],
    'interaction.hashtags wildcard "S*y"': [0],
    'links.domain == "SKY.example"': [0]
  }
  for (const [csdl, expected] of Object.entries(found)) {
    const { filter } = parseCsdl(csdl)
    assert.deepEqual(filter && (await matching(warehouse, filter, 'query')), expected, csdl)
  }
})

test('a sigma is one letter in all its forms', async t => {
  const warehouse = await world(t, {
    posts: ['ΟΔΟΣ ΑΒ', 'οδοσ.α', 'ΟΔΟΣΑ', 'οδος'].map((text, createdAt) => ({ author: 'ann', createdAt, text }))
  })
  const found: Readonly<Record<string, number[]>> = {
    'interaction.content contains "Οδος"': [0, 1, 3],
    'interaction.content wildcard "οδος*"': [0, 1, 2, 3],
    'interaction.content substr "ΟΔΟΣ"': [0, 1, 2, 3],
    'interaction.content == "ΟΔΟΣ"': [3],
    'interaction.content contains_near "οδος, αβ:2"': [0]
  }
  for (const [csdl, expected] of Object.entries(found)) {
    const { filter } = parseCsdl(csdl)
    assert.deepEqual(filter && (await matching(warehouse, filter, 'recording')), expected, csdl)
  }
})

test('the engine and plain code have the same lower case for every character', async t => {
  const warehouse = await world(t, {})
  const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
  const codes = Array.from({ length: 0x10ffff }, (_, at) => at + 1).filter(code => !isSurrogate(code))
  const changed = codes.filter(code => fold(String.fromCodePoint(code)) !== String.fromCodePoint(code))
  const lowered = await warehouse.rows(
    Type.Object({ code: Type.Integer(), lower: Type.String() }),
    `SELECT toUInt32(number) AS code, ${foldedSql(['σ'])('sign')} AS lower
     FROM (
       -- The bytes of UTF-8.
       SELECT number, multiIf(
         number < 128, char(number),
         number < 2048, char(192 + intDiv(number, 64), 128 + number % 64),
         number < 65536, char(224 + intDiv(number, 4096), 128 + intDiv(number, 64) % 64, 128 + number % 64),
         char(240 + intDiv(number, 262144), 128 + intDiv(number, 4096) % 64, 128 + intDiv(number, 64) % 64, 128 + number % 64)
       ) AS sign
       FROM numbers(1, 1114111)
       WHERE number < 55296 OR number > 57343
     )
     WHERE lower != sign
     ORDER BY code`
  )
  assert.deepEqual(
    lowered,
    changed.map(code => ({ code, lower: fold(String.fromCodePoint(code)) }))
  )
})
