import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseJson } from './json.ts'
import { LanguageError } from './language-error.ts'

const refused: [string, string][] = [
  ['', 'Line 1, column 1: expected a value, found the end of the text'],
  ['{"ids": [1, ]}', 'Line 1, column 13: expected a value, found "]"'],
  ['{"ids":\n    ]}', 'Line 2, column 5: expected a value, found "]"'],
  ['{"ids": [1 2]}', 'Line 1, column 12: expected "," or "]", found "2"'],
  ['{"a": 1 "b": 2}', 'Line 1, column 9: expected "," or "}", found a quotation mark'],
  ['{"a" 1}', 'Line 1, column 6: expected ":", found "1"'],
  ['{a: 1}', 'Line 1, column 2: expected a key in quotation marks, found "a"'],
  ['{"a": 1,}', 'Line 1, column 9: expected a key in quotation marks, found "}"'],
  ["{'a': 1}", 'Line 1, column 2: expected a key in quotation marks, found "\'"'],
  ['[1] [2]', 'Line 1, column 5: expected the end of the text, found "["'],
  ['[truth]', 'Line 1, column 2: expected a value, found "truth"'],
  ['[01]', 'Line 1, column 3: expected "," or "]", found "1"'],
  ['[1.]', 'Line 1, column 3: expected "," or "]", found "."'],
  ['[-]', 'Line 1, column 2: expected a value, found "-"'],
  ['[NaN]', 'Line 1, column 2: expected a value, found "NaN"'],
  ['["a', 'Line 1, column 4: expected a closing quotation mark, found the end of the text'],
  ['["a\n"]', 'Line 1, column 4: expected a closing quotation mark, found a new line'],
  [
    '["a\tb"]',
    'Line 1, column 4: expected control characters in quotes to be written as escapes such as \\t, found "U+0009"'
  ],
  ['["\\x"]', 'Line 1, column 4: expected one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found "x"'],
  ['["\\u12"]', 'Line 1, column 5: expected four hexadecimal digits after \\u, found "12"'],
  ['\ufeff{}', 'Line 1, column 1: expected a value, found "U+FEFF"'],
  ['[1] // no', 'Line 1, column 5: expected the end of the text, found "/"']
]

for (const [text, message] of refused) {
  test(`the text ${JSON.stringify(text)} is refused with its place and what was expected`, () => {
    assert.throws(() => parseJson(text), { name: 'LanguageError', message })
  })
}

test('an error tells line, column and expectation apart for those who show them elsewhere', () => {
  assert.throws(() => parseJson('{\n  "ids": [}'), { line: 2, column: 11, expected: 'a value' })
})

test('of a key that stands twice the last value counts', () => {
  assert.deepEqual(parseJson('{"a": 1, "a": 2}'), { a: 2 })
})

for (const key of ['__proto__', 'constructor', 'prototype', '\\u005f_proto__']) {
  test(`the key ${key} is refused at any depth`, () => {
    assert.throws(() => parseJson(`{"a": [{"${key}": {"admin": true}}]}`), {
      name: 'LanguageError',
      column: 9,
      expected: 'a key other than "__proto__", "constructor" and "prototype"'
    })
    assert.equal(Reflect.get({}, 'admin'), undefined)
  })
}

test('the words of the forbidden keys may stand as values', () => {
  assert.deepEqual(parseJson('["__proto__", "constructor"]'), ['__proto__', 'constructor'])
})

test('64 levels of nesting are read and one more is refused where it opens', () => {
  assert.deepEqual(parseJson(`${'['.repeat(64)}${']'.repeat(64)}`), JSON.parse(`${'['.repeat(64)}${']'.repeat(64)}`))
  assert.throws(() => parseJson(`${'['.repeat(65)}${']'.repeat(65)}`), {
    message: 'Line 1, column 65: expected at most 64 levels of nesting, found more'
  })
  assert.throws(() => parseJson('[[{}]]', { maxDepth: 2 }), { column: 3 })
})

for (const text of ['['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`, '{"a":'.repeat(100_000)]) {
  test(`100,000 levels of ${text.slice(0, 5)}… are an error, not a stack overflow`, () => {
    assert.throws(() => parseJson(text), LanguageError)
  })
}

test('whatever JSON.parse reads is read to the same value, and whatever it refuses is refused', () => {
  const almostJson = fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.string({ unit: fc.constantFrom(...'[]{},:"\\u0 \n-+.eE1atruefalsn/') }),
    fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, change]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + change + text.slice(place + 1)
    })
  )
  fc.assert(
    fc.property(almostJson, text => {
      const read = outcome(() => parseJson(text))
      if (read.error && /a key other than/.test(read.error.expected)) return
      const wanted = outcome(() => JSON.parse(text))
      assert.equal(read.error === undefined, !wanted.failed, text)
      assert.deepEqual(read.value, wanted.value)
    }),
    { numRuns: 2_000, seed: 1 }
  )
})

function outcome(read: () => unknown): { value?: unknown; failed: boolean; error?: LanguageError } {
  try {
    return { value: read(), failed: false }
  } catch (error) {
    if (error instanceof LanguageError) return { failed: true, error }
    if (error instanceof SyntaxError) return { failed: true }
    throw error
  }
}
