import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { areNear, hasPhrase, phrasePattern, wildcardPattern, wordsOf } from './words.ts'

test('a text is cut at white space, and every punctuation character is a word of its own', () => {
  assert.deepEqual(wordsOf('This is, a test'), ['This', 'is', ',', 'a', 'test'])
  assert.deepEqual(wordsOf("I'm  @home\tsnake_case #LCK 3.5"), [
    ...['I', "'", 'm', '@', 'home', 'snake', '_', 'case', '#', 'LCK', '3', '.', '5']
  ])
  assert.deepEqual(wordsOf(''), [])
})

test('letters keep their marks; a mark behind no letter, as in emoji, and invisible characters are dropped', () => {
  assert.deepEqual(wordsOf('cafe\u0301 naïve हिन्दी'), ['cafe\u0301', 'naïve', 'हिन्दी'])
  assert.deepEqual(wordsOf('\u2764\uFE0FThanks 👩\u200D💻 a\u200Bb'), ['\u2764', 'Thanks', '👩', '💻', 'a', 'b'])
  assert.deepEqual(wordsOf('a\u00A0b\u2028c'), ['a', 'b', 'c'])
})

const matches = (pattern: string, text: string) => new RegExp(pattern, 'iu').test(text)

test('a phrase matches its words in a row, with or without space beside punctuation', () => {
  const airConditioning = phrasePattern('air-conditioning')
  assert.deepEqual(
    ['air-conditioning', 'The AIR - conditioning.', 'air conditioning', 'airconditioning', 'hair-conditioning'].map(
      text => matches(airConditioning, text)
    ),
    [true, true, false, false, false]
  )
})

test('wildcards stand for characters of one word', () => {
  const found = (item: string, texts: string[]) => texts.filter(text => matches(wildcardPattern(item), text))
  assert.deepEqual(found('print*', ['print', 'reprint', 'a printer!', 'pr int']), ['print', 'a printer!'])
  assert.deepEqual(found('*print', ['print', 'reprint', 'printer']), ['print', 'reprint'])
  assert.deepEqual(found('colo?r', ['color', 'colour', 'colouur']), ['colour'])
  assert.deepEqual(found('new * city', ['new york city', 'new city', 'new - city']), ['new york city'])
  assert.deepEqual(found('a\\*', ['a*', 'ab', 'a *']), ['a*', 'a *'])
})

test('words are near when they stand in a stretch of that many words, in any order', () => {
  const near = (text: string, span: number, ...items: string[]) =>
    areNear(wordsOf(text.toLowerCase()), items.map(wordsOf), span)
  assert.equal(near('Microsoft makes my favorite spreadsheet.', 5, 'spreadsheet', 'microsoft'), true)
  assert.equal(near('Microsoft makes my favorite desktop spreadsheet.', 5, 'microsoft', 'spreadsheet'), false)
  assert.equal(near('a x b y c', 5, 'c', 'a', 'b'), true)
  assert.equal(near('a x b y c', 4, 'c', 'a', 'b'), false)
  assert.equal(near('one #two three', 4, '#two', 'one'), true)
  assert.equal(near('one #two three', 2, '#two', 'one'), false)
  assert.equal(near('', 2, 'a', 'b'), false)
})

const alphabet = [...'aabbcéК1٣_,.-#*\\ \t\n', 'e\u0301', '\u0301', '\u00A0', '\u200D', '\uFE0F', '❤', '😀', '[', '$']

function randomText(random: () => number, longest: number) {
  const length = Math.floor(random() * (longest + 1))
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '').join('')
}

function standsIn(words: readonly string[], phrase: readonly string[]) {
  return phrase.length > 0 && words.some((_, at) => phrase.every((word, i) => words[at + i] === word))
}

test('the pattern of a phrase matches exactly when its words stand in a row in the words of the text', () => {
  const random = seededRandom(9)
  let found = 0
  for (let i = 0; i < 600; i++) {
    const source = randomText(random, 12)
    const start = Math.floor(random() * source.length)
    const phrase = random() < 0.4 ? randomText(random, 3) : source.slice(start, start + 4)
    const pattern = new RegExp(phrasePattern(phrase), 'u')
    for (const text of [source, ...Array.from({ length: 100 }, () => randomText(random, 12))]) {
      const expected = standsIn(wordsOf(text), wordsOf(phrase))
      if (expected) found++
      assert.equal(pattern.test(text), expected, JSON.stringify({ text, phrase }))
      assert.equal(hasPhrase(wordsOf(text), wordsOf(phrase)), expected)
    }
  }
  assert.ok(found > 3_000, `${found} found`)
})

// Whether a word fits a pattern, character by character.
function fits(pattern: readonly string[], word: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return word.length === 0
  if (first !== '*') return word.length > 0 && (first === '?' || first === word[0]) && fits(rest, word.slice(1))
  return fits(rest, word) || (word.length > 0 && fits(pattern, word.slice(1)))
}

test('the pattern of a wildcard matches exactly when the text has a word that fits it', () => {
  const random = seededRandom(10)
  const signs = [...'aabc?**1', '\u0301']
  for (let i = 0; i < 500; i++) {
    const item = Array.from({ length: 1 + Math.floor(random() * 4) }, () => signs[Math.floor(random() * signs.length)])
    // A mark at the beginning belongs to nothing, as in any text.
    const pattern = [...item.join('').replace(/^\u0301+/, '')]
    const isWord = (word: string) => /^[\p{L}\p{N}]/u.test(word)
    const regex = new RegExp(wildcardPattern(item.join('')), 'u')
    for (let j = 0; j < 50; j++) {
      const text = randomText(random, 10)
      const expected = pattern.length > 0 && wordsOf(text).some(word => isWord(word) && fits(pattern, [...word]))
      assert.equal(regex.test(text), expected, JSON.stringify({ text, item: item.join('') }))
    }
  }
})

test('words are near exactly when some stretch of the text has them all', () => {
  const random = seededRandom(11)
  const letters = 'abcdef'
  const word = () => letters[Math.floor(random() * letters.length)] ?? 'a'
  for (let i = 0; i < 20_000; i++) {
    const words = Array.from({ length: Math.floor(random() * 10) }, word)
    const items = Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
      random() < 0.8 ? [word()] : [word(), word()]
    )
    const span = 2 + Math.floor(random() * 5)
    const expected = words.some((_, at) => items.every(item => standsIn(words.slice(at, at + span), item)))
    assert.equal(areNear(words, items, span), expected, JSON.stringify({ words, items, span }))
  }
})
