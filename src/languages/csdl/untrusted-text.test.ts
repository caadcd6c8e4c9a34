import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { LanguageError } from '../language-error.ts'
import { predicatesOf } from './conditions.ts'
import { csdlLimits } from './limits.ts'
import { hashCsdl, normaliseCsdl } from './normalise.ts'
import { parseCsdl } from './parse-csdl.ts'

function msOf(action: () => void) {
  const start = processorMs()
  action()
  return processorMs() - start
}

const joined = (count: number, part: string, word = ' or ') => Array(count).fill(part).join(word)

test('1,000 conditions are read, one more is the original sentence', () => {
  const { filter } = parseCsdl(joined(1_000, 'a exists'))
  assert.equal([...predicatesOf(filter ?? assert.fail())].length, 1_000)
  const message = /^maximum recursion depth of 1000 has been reached$/
  assert.throws(() => parseCsdl(joined(1_001, 'a exists')), { name: 'LanguageError', message })
  assert.throws(() => parseCsdl(`tag "x" { ${joined(1_001, 'a exists')} }`), { name: 'LanguageError', message })
  assert.throws(() => parseCsdl(joined(1_001, `stream "${'0'.repeat(32)}"`)), { name: 'LanguageError', message })
})

test('1,000 parentheses are read, and however many more are an error', () => {
  parseCsdl(`${'('.repeat(1_000)}a exists${')'.repeat(1_000)}`)
  parseCsdl(`${'(a exists or '.repeat(999)}a exists${')'.repeat(999)}`)
  for (const depth of [1_001, 10_000, 200_000]) {
    const message = /at most 1000 parentheses inside one another/
    assert.throws(() => parseCsdl(`${'('.repeat(depth)}a exists${')'.repeat(depth)}`), {
      name: 'LanguageError',
      message
    })
    assert.throws(() => parseCsdl('not ('.repeat(depth)), { name: 'LanguageError', message })
  }
})

test('and, or and not stand at most 100 levels inside one another', () => {
  const nested = (pairs: number) => `${'(a exists and (b exists or '.repeat(pairs)}c exists${'))'.repeat(pairs)}`
  parseCsdl(nested(50))
  assert.throws(() => parseCsdl(nested(51)), {
    name: 'LanguageError',
    message: /at most 100 levels of and, or and not/
  })
  parseCsdl(`${'not '.repeat(100_000)}a exists`)
})

test('10,000 tag rules are read and one more is refused', () => {
  const rules = joined(10_000, 'tag.a "x" { b exists }', '\n')
  assert.equal(parseCsdl(rules).rules.length, 10_000)
  assert.throws(() => parseCsdl(`${rules} tag "y" { b exists }`), {
    name: 'LanguageError',
    message: /at most 10000 tag rules/
  })
})

test('a list has at most 10,000 items', () => {
  parseCsdl(`a in "${joined(10_000, 'x', ',')}" or a in [${joined(10_000, '1', ',')}]`)
  for (const list of [
    `"${joined(10_001, 'x', ',')}"`,
    `"\\a,${joined(10_001, 'x', ',')}"`,
    `[${joined(10_001, '1', ',')}]`
  ])
    assert.throws(() => parseCsdl(`a in ${list}`), { name: 'LanguageError', message: /a list of at most 10000/ })
})

test('a phrase and an item of wildcard are no larger than the engine can hold', () => {
  parseCsdl(`a contains "${joined(500, 'ab', ' ')}"`)
  const refuses = (text: string, message: RegExp) =>
    assert.throws(() => parseCsdl(text), { name: 'LanguageError', message })
  refuses(`a contains "${joined(501, 'ab', ' ')}"`, /phrases of at most 500 words and 2000 characters/)
  refuses(`a any "x, ${'a'.repeat(2_001)}"`, /phrases of at most 500 words and 2000 characters/)
  refuses(`a near "x, ${'!'.repeat(21)}:5"`, /entries of at most 20 words and signs in contains_near/)
  refuses(`a wildcard "${'?'.repeat(21)}"`, /items of at most 20 words and as many \* and \?/)
  refuses(`a wildcard "${joined(21, 'ab', ' ')}"`, /items of at most 20 words and as many \* and \?/)
  parseCsdl(`a == "${'x '.repeat(100_000)}" or a substr "${'x '.repeat(100_000)}"`)
})

test('a text has at most a mebibyte of UTF-8', () => {
  const text = `a == "${'é'.repeat(csdlLimits.textBytes / 2 - 4)}"`
  assert.equal(Buffer.byteLength(text), csdlLimits.textBytes - 1)
  parseCsdl(`${text} `)
  assert.throws(() => parseCsdl(`${text}  `), { name: 'LanguageError', message: /a text of at most 1048576 bytes/ })
})

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

test('names that every object inherits are names like others', () => {
  for (const name of names) {
    const { filter, rules } = parseCsdl(`tag.${name} "${name}" { ${name}.a exists } ${name} == "${name}"`)
    assert.ok(filter?.kind === 'predicate' && filter.target === name.toLowerCase())
    assert.equal(rules[0]?.path, name.toLowerCase())
    assert.throws(() => parseCsdl(`a ${name} "x"`), LanguageError)
  }
})

const pieces = [
  ...['a.b exists', 'a.b in [1, 2]', 'a.b any "x, \\,y"', 'tag.x 5 {', 'not (', 'c.d cs == "z\\n"'],
  ...[
    'a.b',
    'interaction.content',
    'cs',
    'contains',
    'any',
    'wildcard',
    'in',
    'near',
    '==',
    '<',
    '<>',
    'exists',
    'list_in'
  ],
  ...[
    'regex_partial',
    'geo_radius',
    'and',
    'or',
    'not',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ',',
    'tag',
    'tag.x',
    'tags',
    'return'
  ],
  ...[
    'stream',
    '"x"',
    '"a,b:5"',
    '"1,2:3"',
    "'y'",
    '"(a|b)*"',
    '5',
    '-1.5',
    '1e9',
    '.5',
    '"',
    "'",
    '\\',
    '/*',
    '*/',
    '//'
  ],
  ...[
    '\n',
    '\t',
    ' ',
    ' ',
    '\0',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    '\u00a0',
    '\ufeff',
    `"${'0'.repeat(32)}"`,
    '[keep(x)]',
    '!',
    '&'
  ]
]

test('whatever the text, it is read or refused with a LanguageError, and what is read has a normal form', () => {
  const random = seededRandom(4)
  let read = 0
  for (let i = 0; i < 60_000; i++) {
    const length = 1 + Math.floor(random() * 9)
    const words = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)])
    const text = (random() < 0.3 ? ['a.b', ...words] : words).join(random() < 0.8 ? ' ' : '')
    try {
      const program = parseCsdl(text)
      read++
      assert.equal(hashCsdl(normaliseCsdl(program)), hashCsdl(program), text)
    } catch (error) {
      assert.ok(error instanceof LanguageError, `${JSON.stringify(text)}: ${error}`)
      assert.match(error.message, /^We are unable to parse this stream\. At line \d+ position \d+ we were expecting ./)
    }
  }
  assert.ok(read > 300, `${read} read`)
})

const mebibyte = 1024 * 1024
const longTexts: [string, string][] = [
  ['one word', 'x'.repeat(mebibyte)],
  ['digits', '1'.repeat(mebibyte)],
  ['dots', '.'.repeat(mebibyte)],
  ['digits with exponents', '1e'.repeat(mebibyte / 2)],
  ['slashes', '/ '.repeat(mebibyte / 2)],
  ['openings of comments', '/*'.repeat(mebibyte / 2)],
  ['comments', '/**/'.repeat(mebibyte / 4)],
  ['lines', `${'\n'.repeat(mebibyte - 10)}a exists`],
  ['lines with conditions', joined(1_000, `a exists\n${'\n'.repeat(1_000)}`)],
  ['quotation marks', '"'.repeat(mebibyte)],
  ['backslashes', `a == "${'\\'.repeat(mebibyte - 10)}"`],
  ['backslashes in a list', `a any "${'\\\\,'.repeat((mebibyte - 10) / 3)}"`],
  ['white space in a list', `a any "${' '.repeat(mebibyte - 10)}"`],
  ['commas', `a any "${','.repeat(mebibyte - 10)}"`],
  ['words of a phrase', `a contains "${'x '.repeat(mebibyte / 2 - 10)}"`],
  ['colons', `a geo_polygon "${':'.repeat(mebibyte - 100)}"`],
  ['digits of a coordinate', `a geo_radius "${'1'.repeat(mebibyte - 100)}"`],
  ['an open string', `a == "${'x'.repeat(mebibyte - 10)}`],
  ['not', `${'not '.repeat(mebibyte / 4 - 3)}a exists`],
  ['tags', 'tag "x" {a exists}'.repeat(mebibyte / 18)],
  ['a path', `tag.${'a.'.repeat(mebibyte / 2 - 20)}b "x" { a exists }`],
  ['numbers', `a in [${'1,'.repeat(mebibyte / 2 - 10)}1]`],
  ['a regular expression', `a regex_partial "${'(?:'.repeat(mebibyte / 3 - 10)}"`]
]

for (const [name, text] of longTexts) {
  test(`a mebibyte of ${name} takes linear time`, { timeout: 20_000 }, () => {
    assert.ok(Buffer.byteLength(text) <= mebibyte)
    const ms = msOf(() => {
      try {
        parseCsdl(text)
      } catch (error) {
        assert.ok(error instanceof LanguageError)
      }
    })
    assert.ok(ms < 2_000, `took ${ms} ms`)
  })
}
