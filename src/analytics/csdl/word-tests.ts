import { phrasePattern, wildcardPattern, wordPattern, wordsOf } from '../../languages/csdl/words.ts'
import { inChunks } from '../../store/in-chunks.ts'
import type { BoundValues } from '../bound-values.ts'

/** A test of one text: from the text's SQL to a condition. */
type TextTest = (text: string) => string

// What stands before and behind every pattern that begins and ends with a word: classes of letters are the large part of what
// RE2 makes of a pattern, so that they stand once around all alternatives.
const [before = '', after = ''] = phrasePattern('a').split('a')

// Up to so many alternatives are one expression over the text. Beyond, RE2's automaton outgrows its memory and is a hundred times
// slower (500 phrases over 200,000 posts: 72 s), while cutting the text into words costs as much as six expressions, once.
const mostWordsInRegex = 50
const mostPhrasesInRegex = 5
const mostWildcardsInRegex = 2
const wildcardsAtOnce = 200
// Longer phrases are looked for one by one.
const longestGram = 8

/** Whether a text has one of some phrases, in the case in which they are written. */
export function anyPhrase(items: readonly string[], values: BoundValues): TextTest {
  const phrases = [...new Set(items.map(item => wordsOf(item).join(' ')))].filter(phrase => phrase !== '')
  const lengthOf = (phrase: string) => phrase.split(' ').length
  const long = phrases.filter(phrase => lengthOf(phrase) > 1)
  if (long.length <= mostPhrasesInRegex && phrases.length - long.length <= mostWordsInRegex)
    return anyPattern(phrases.map(phrasePattern), values)
  const byLength = Map.groupBy(phrases, phrase => Math.min(lengthOf(phrase), longestGram + 1))
  const tests = [...byLength].map(([length, some]) => {
    if (length > longestGram) return anyPattern(some.map(phrasePattern), values)
    const list = values.bind(some, 'Array(String)')
    return (text: string) => `arrayExists(w -> w IN ${list}, ${grams(wordsIn(text, values), length)})`
  })
  return either(tests)
}

/** Whether a text has one of some items of `wildcard`. */
export function anyWildcard(items: readonly string[], values: BoundValues): TextTest {
  const patterns = [...new Set(items.map(wildcardPattern))]
  if (patterns.length <= mostWildcardsInRegex) return anyPattern(patterns, values)
  const ofOneWord = patterns.flatMap(pattern => patternOfOneWord(pattern) ?? [])
  const others = patterns.filter(pattern => patternOfOneWord(pattern) === undefined)
  const tests = inChunks(ofOneWord, wildcardsAtOnce).map((chunk): TextTest => {
    const bound = values.bind(`^(?:${chunk.join('|')})$`, 'String')
    return text => `arrayExists(w -> match(w, ${bound}), ${wordsIn(text, values)})`
  })
  return either([...tests, ...inChunks(others, mostWildcardsInRegex).map(chunk => anyPattern(chunk, values))])
}

/** Whether a text matches one of some patterns of words.ts. */
function anyPattern(patterns: readonly string[], values: BoundValues): TextTest {
  const isBare = (pattern: string) =>
    pattern.startsWith(before) && pattern.endsWith(after) && pattern.length > before.length + after.length
  const bare = patterns.filter(isBare).map(pattern => pattern.slice(before.length, -after.length))
  const others = patterns.filter(pattern => !isBare(pattern))
  const joined = [
    ...(bare.length === 0 ? [] : [`${before}(?:${bare.join('|')})${after}`]),
    ...(others.length === 0 ? [] : [others.join('|')])
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
  if (!pattern.startsWith(before) || !pattern.endsWith(after)) return undefined
  const bare = pattern.slice(before.length, -after.length)
  return bare === '' || bare.includes(blank) ? undefined : bare.replaceAll(inWord, '.')
}

function either(tests: readonly TextTest[]): TextTest {
  if (tests.length === 0) return () => 'false'
  return text =>
    tests.length === 1 ? tests.map(test => test(text)).join('') : `(${tests.map(test => test(text)).join(' OR ')})`
}
