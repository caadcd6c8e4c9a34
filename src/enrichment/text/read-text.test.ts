import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestRead, readText } from './read-text.ts'

test('a text is cut into words, hashtags, emoji, marks, links and handles', () => {
  assert.deepEqual(
    readText('RT @ann: Don’t MISS it!!! 😀 #Moon2024 https://example.org/x www.example.org 3.5km 🇺🇸').tokens,
    [
      ...['rt', '<user>', ':', "don't", 'miss', 'it', '!!', '😀', '#moon2024', '<link>', '<link>'],
      ...['3', '.', '5', 'km', '🇺🇸']
    ]
  )
})

test('letters of other forms become plain ones, and what nobody sees is left out', () => {
  const { text, tokens } = readText('\u202eＨｅｌｌｏ\u202c \u200bz\u0301\u0301\u0301\u0301\u0301\u0301!\0')
  assert.deepEqual([/[\u200b\u202c\u202e\0]/.test(text), tokens[0], tokens.at(-1)], [false, 'hello', '!'])
})

const hostile: readonly (readonly [string, string])[] = [
  ['ten megabytes of one letter', 'a'.repeat(10e6)],
  ['lone surrogates', '\ud83d'.repeat(200_000)],
  ['bidirectional controls', '\u202e\u2066'.repeat(200_000)],
  ['5,000 emoji', '👩‍👩‍👧‍👦'.repeat(5_000)],
  ['marks that pile up', `e${'\u0301'.repeat(200_000)}`],
  ['NUL', '\0'.repeat(200_000)],
  ['signs that begin links and handles', '@#http://www.'.repeat(50_000)]
]

for (const [what, text] of hostile) {
  test(`${what} are read to the limit and no further`, () => {
    const read = readText(text)
    assert.ok(read.text.length <= longestRead && read.tokens.length <= longestRead)
  })
}
