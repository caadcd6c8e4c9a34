import { asciiPhrasePattern, phrasePattern, wildcardPattern, wordPattern, wordsOf } from '../../languages/csdl/words.ts'
import { inChunks } from '../../store/in-chunks.ts'
import type { BoundValues } from '../bound-values.ts'
import { foldedSql } from './fold.ts'

/** A test of one text: from the text's SQL to a condition. */
type TextTest = (text: string) => string

// What stands before and behind every pattern that begins and ends with a word: classes of letters are the large part of what
// RE2 makes of a pattern, so that they stand once around all alternatives.
const edges = edgesOf(phrasePattern)
const asciiEdges = edgesOf(phrase => asciiPhrasePattern(phrase) ?? '')

// Up to so many alternatives are one expression over the text. Beyond, RE2's automaton outgrows its memory and is a hundred times
// slower (500 phrases over 200,000 posts: 72 s), while cutting the text into words costs as much as six expressions, once.
const mostWordsInRegex = 50
const mostPhrasesInRegex = 5
const mostWildcardsInRegex = 2
const wildcardsAtOnce = 200
// Of phrases that must all stand there the first that does not ends the search; but each makes the statement longer.
const mostAskedEach = 20
// Longer phrases are looked for one by one.
const longestGram = 8

/** Whether a text has one of some phrases; without case these are folded. */
export function anyPhrase(items: readonly string[], keepsCase: boolean, values: BoundValues): TextTest {
  const phrases = [...new Set(items.map(item => wordsOf(item).join(' ')))].filter(phrase => phrase !== '')
  const read = keepsCase ? (text: string) => text : foldedSql(phrases)
  const inAscii = phrases.flatMap(phrase => asciiPhrasePattern(phrase) ?? [])
  const foreign = phrases.filter(phrase => asciiPhrasePattern(phrase) === undefined)
  const isFew =
    phrases.length - longOf(phrases).length <= mostWordsInRegex && longOf(phrases).length <= mostPhrasesInRegex
  const exactly = (some: readonly string[]): TextTest => {
    const test = isFew ? anyPattern(some.map(phrasePattern), edges, values) : anyOfMany(some, values)
    return text => test(read(text))
  }
  const tests: TextTest[] = []
  if (foreign.length > 0) {
    const test = exactly(foreign)
    tests.push(text => `(NOT ${isAscii(text)} AND ${test(text)})`)
  }
  if (inAscii.length > 0) {
    const test = exactly(phrases.filter(phrase => !foreign.includes(phrase)))
    const mayBe = isFew ? anyPattern(inAscii, asciiEdges, values, keepsCase ? '' : '(?i)') : undefined
    // Most texts are ASCII or have none of the words: they need not be put into lower case nor met with classes of Unicode.
    tests.push(mayBe ? text => `(${mayBe(text)} AND (${isAscii(text)} OR ${test(text)}))` : test)
  }
  return either(tests)
}

/** Whether a text has all of some phrases; without case these are folded. */
export function allPhrases(items: readonly string[], keepsCase: boolean, values: BoundValues): TextTest {
  const phrases = [...new Set(items.map(item => wordsOf(item).join(' ')))]
  if (phrases.length <= mostAskedEach) return each(phrases.map(phrase => anyPhrase([phrase], keepsCase, values)))
  const read = keepsCase ? (text: string) => text : foldedSql(phrases)
  const tests = [...Map.groupBy(phrases, lengthOf)].flatMap(([length, some]): TextTest[] => {
    if (length > longestGram) return some.map(phrase => anyPattern([phrasePattern(phrase)], edges, values))
    const list = values.bind(some, 'Array(String)')
    return [text => `hasAll(${grams(wordsIn(text, values), length)}, ${list})`]
  })
  return text => each(tests)(read(text))
}

/** Whether some phrases stand within so many words in a row; without case they are folded. */
export function nearPhrases(items: readonly string[], span: number, keepsCase: boolean, values: BoundValues): TextTest {
  const phrases = items.map(item => wordsOf(item))
  if (phrases.some(words => words.length === 0)) return () => 'false'
  // Few texts have all the words at all: only these are cut into words.
  const areThere = allPhrases(items, keepsCase, values)
  const read = keepsCase ? (text: string) => text : foldedSql(items)
  const names = phrases.map((_, at) => `begin${at}`)
  // At each word, where the phrase begins there or next; 0 where it does no more. Arrays of the text's length only: a lambda that
  // took the words themselves to each of them would need their square.
  const begins = phrases.map(
    words => `arrayReverseFill(begin -> begin > 0, arrayMap((gram, at) -> at * (gram = ${values.bind(words.join(' '), 'String')}),
      ${grams('ws', words.length)}, arrayEnumerate(ws)))`
  )
  const ends = phrases.map((words, at) => `${names[at]} + ${words.length}`)
  const isNear = `least(${names.join(', ')}) > 0 AND greatest(${ends.join(', ')}) <= at + ${values.bind(span, 'UInt32')}`
  const isSomewhere = `arrayExists((at, ${names.join(', ')}) -> ${isNear}, arrayEnumerate(ws), ${begins.join(', ')})`
  return text => `(${areThere(text)} AND arrayExists(ws -> ${isSomewhere}, [${wordsIn(read(text), values)}]))`
}

const isAscii = (text: string) => `length(${text}) = lengthUTF8(${text})`

const lengthOf = (phrase: string) => phrase.split(' ').length
const longOf = (phrases: readonly string[]) => phrases.filter(phrase => lengthOf(phrase) > 1)

function anyOfMany(phrases: readonly string[], values: BoundValues): TextTest {
  const byLength = Map.groupBy(phrases, phrase => Math.min(lengthOf(phrase), longestGram + 1))
  const tests = [...byLength].map(([length, some]) => {
    if (length > longestGram) return anyPattern(some.map(phrasePattern), edges, values)
    const list = values.bind(some, 'Array(String)')
    return (text: string) => `arrayExists(w -> w IN ${list}, ${grams(wordsIn(text, values), length)})`
  })
  return either(tests)
}

/** Whether a text has one of some items of `wildcard`. */
export function anyWildcard(items: readonly string[], values: BoundValues): TextTest {
  const patterns = [...new Set(items.map(wildcardPattern))]
  if (patterns.length <= mostWildcardsInRegex) return anyPattern(patterns, edges, values)
  const ofOneWord = patterns.flatMap(pattern => patternOfOneWord(pattern) ?? [])
  const others = patterns.filter(pattern => patternOfOneWord(pattern) === undefined)
  const tests = inChunks(ofOneWord, wildcardsAtOnce).map((chunk): TextTest => {
    const bound = values.bind(`^(?:${chunk.join('|')})$`, 'String')
    return text => `arrayExists(w -> match(w, ${bound}), ${wordsIn(text, values)})`
  })
  return either([...tests, ...inChunks(others, mostWildcardsInRegex).map(chunk => anyPattern(chunk, edges, values))])
}

type Edges = { readonly before: string; readonly after: string }

function edgesOf(pattern: (phrase: string) => string): Edges {
  const [before = '', after = ''] = pattern('q').split('q')
  return { before, after }
}

/** What stands between the edges of a pattern; undefined when one is missing. */
function bareOf(pattern: string, { before, after }: Edges): string | undefined {
  const isBetween =
    pattern.startsWith(before) && pattern.endsWith(after) && pattern.length > before.length + after.length
  return isBetween ? pattern.slice(before.length, -after.length) : undefined
}

/** Whether a text matches one of some patterns of words.ts. */
function anyPattern(patterns: readonly string[], edges: Edges, values: BoundValues, flags = ''): TextTest {
  const bare = patterns.flatMap(pattern => bareOf(pattern, edges) ?? [])
  const others = patterns.filter(pattern => bareOf(pattern, edges) === undefined)
  const joined = [
    ...(bare.length === 0 ? [] : [`${flags}${edges.before}(?:${bare.join('|')})${edges.after}`]),
    ...(others.length === 0 ? [] : [flags + others.join('|')])
  ].map(pattern => values.bind(pattern, 'String'))
  return either(
    joined.map(
      (pattern): TextTest =>
        text =>
          `match(${text}, ${pattern})`
    )
  )
}

/** The words of a text; written the same wherever it stands, so that the engine cuts a text once. */
export function wordsIn(text: string, values: BoundValues): string {
  values.add({ csdl_word: wordPattern })
  return `extractAll(${text}, {csdl_word:String})`
}

/** So many words in a row, joined by spaces: no word has one. */
function grams(words: string, length: number): string {
  if (length === 1) return words
  const names = Array.from({ length }, (_, at) => `w${at}`)
  const shifted = names.map((_, at) => (at === 0 ? words : `arrayShiftLeft(${words}, ${at})`))
  return `arrayMap((${names.join(', ')}) -> concat(${names.join(", ' ', ")}), ${shifted.join(', ')})`
}

const inWord = '[\\p{L}\\p{M}\\p{N}]'
const blank = '\\p{Z}'

/** What a word as a whole looks like; undefined for what is not one word. Within a word every character is one of a word. */
function patternOfOneWord(pattern: string): string | undefined {
  const bare = bareOf(pattern, edges)
  return bare === undefined || bare.includes(blank) ? undefined : bare.replaceAll(inWord, '.')
}

function each(tests: readonly TextTest[]): TextTest {
  return text => `(${tests.map(test => test(text)).join(' AND ')})`
}

function either(tests: readonly TextTest[]): TextTest {
  if (tests.length === 0) return () => 'false'
  return text =>
    tests.length === 1 ? tests.map(test => test(text)).join('') : `(${tests.map(test => test(text)).join(' OR ')})`
}
