import { addToHash, emptyHash, type LanguageTable, lastOfGram, readLanguageTable } from './language-table.ts'

/** The likeliest language; `score` 0–1 says how much the text looks like it, `lead` how far the next one is behind. */
type DetectedLanguage = { readonly language: string; readonly score: number; readonly lead: number }

/** How much a text looks like each of the languages: `sums[n]` is the evidence for `languages[n]` of all its n-grams together. */
export type LanguageEvidence = {
  readonly languages: readonly string[]
  readonly sums: Float64Array
  readonly grams: number
}

let loaded: LanguageTable | undefined

const bytesRead = 350 // As eld: more text does not make the answer better.
const longestWord = 70
const space = 32
const leastScore = 53 // The table leaves out this part of every score.
const half = 25 // The mean score at which a text is as likely as not to be in the language, by eld's own scale.

const word = new Uint8Array(longestWord + 4)
const seen = new Uint32Array(1024)
const seenIn = new Uint32Array(1024)
let turn = 0

/**
 * The language of a text whose links and names were taken out, by byte n-grams: the method and the table of eld
 * (Nito T.M., Apache-2.0). Nothing when the text has no letters that the table knows.
 */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  return likeliest(weighLanguages(text))
}

/** What detectLanguage decides by. */
export function weighLanguages(text: string): LanguageEvidence {
  loaded ??= readLanguageTable()
  const sums = new Float64Array(loaded.languages.length)
  const grams = addWords(text.toLowerCase(), loaded, sums)
  return { languages: loaded.languages, sums, grams }
}

const letter = /\p{L}/u
const [unasked, other, ofLetters] = [0, 1, 2] as const
const kindsOfUnits = new Uint8Array(65_536) // Filled as units are met: a text has few of them, and all of them take 15 ms.

/** Whether a UTF-16 unit is a letter; not so behind the text's end. */
function isLetter(unit: number): boolean {
  if (kindsOfUnits[unit] === unasked) kindsOfUnits[unit] = letter.test(String.fromCharCode(unit)) ? ofLetters : other
  return kindsOfUnits[unit] === ofLetters
}

/** Cuts the text into words as UTF-8, an apostrophe before a letter included, and adds each word's n-grams; answers how many. */
function addWords(text: string, table: LanguageTable, sums: Float64Array) {
  let grams = 0
  let length = 0
  turn = (turn + 1) >>> 0
  let read = 0
  for (let at = 0; at <= text.length && read <= bytesRead; at++) {
    const code = text.charCodeAt(at)
    if (isLetter(code) || (isApostrophe(code) && isLetter(text.charCodeAt(at + 1)))) {
      const before = length
      length = addUtf8(code, length)
      read += length - before
    } else if (length > 0) {
      grams += addWord(length, table, sums)
      length = 0
      read++
    }
  }
  return grams + (length > 0 ? addWord(length, table, sums) : 0)
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x60 || code === 0x2019

function addUtf8(code: number, length: number) {
  if (length >= longestWord) return length
  if (code < 0x80) {
    word[length] = code
    return length + 1
  }
  if (code < 0x800) {
    word[length] = 0xc0 | (code >> 6)
    word[length + 1] = 0x80 | (code & 0x3f)
    return length + 2
  }
  word[length] = 0xe0 | (code >> 12)
  word[length + 1] = 0x80 | ((code >> 6) & 0x3f)
  word[length + 2] = 0x80 | (code & 0x3f)
  return length + 3
}

/** Four bytes at every third place and at the word's end; its beginning and end carry a space. */
function addWord(length: number, table: LanguageTable, sums: Float64Array) {
  let grams = 0
  let from = 0
  for (; from + 4 < length; from += 3) grams += addGram(hashOf(from, from + 4, from === 0, false), table, sums)
  const tail = length > 4 ? length - 4 : 0
  return grams + addGram(hashOf(tail, length, from === 0, true), table, sums)
}

function hashOf(from: number, to: number, first: boolean, last: boolean) {
  let hash = first ? addToHash(emptyHash, space) : emptyHash
  for (let at = from; at < to; at++) hash = addToHash(hash, word[at] as number)
  return (last ? addToHash(hash, space) : hash) >>> 0
}

/** Answers 1 for an n-gram that this text had not shown yet, else 0. */
function addGram(key: number, table: LanguageTable, sums: Float64Array) {
  if (!isNew(key)) return 0
  const end = table.bucket((key >>> 16) + 1)
  let at = table.bucket(key >>> 16)
  while (at < end && (table.keys[at] as number) < key) at++
  if (at === end || table.keys[at] !== key) return 1
  for (let pair = table.startOf(at); ; pair++) {
    const packed = table.evidence[pair] as number
    const language = packed & ~lastOfGram
    sums[language] = (sums[language] as number) + (table.scores[pair] as number) + leastScore
    if (packed & lastOfGram) return 1
  }
}

/** A small set of this text's n-grams: `turn` makes the last text's entries old without clearing them. */
function isNew(key: number) {
  let slot = key & 1023
  while (seenIn[slot] === turn) {
    if (seen[slot] === key) return false
    slot = (slot + 1) & 1023
  }
  seen[slot] = key
  seenIn[slot] = turn
  return true
}

function likeliest({ languages, sums, grams }: LanguageEvidence): DetectedLanguage | undefined {
  let best = 0
  for (let n = 1; n < sums.length; n++) if ((sums[n] as number) > (sums[best] as number)) best = n
  let next = 0
  for (let n = 0; n < sums.length; n++) if (n !== best && (sums[n] as number) > next) next = sums[n] as number
  const top = sums[best] as number
  const language = languages[best]
  if (top === 0 || language === undefined) return undefined
  const mean = top / grams
  return { language, score: mean / (mean + half), lead: 1 - next / top }
}
