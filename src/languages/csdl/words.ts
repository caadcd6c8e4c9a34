// One rule cuts texts into words, for the engine and for our own code alike. The pieces below mean the same in RE2 and in
// JavaScript with the flag u: nothing here but classes, groups and greedy repeats. \s differs between the two, so white space is
// spelled out; invisible format characters (zero-width joiners, direction marks) count as white space.
const space = '\\t-\\r\\p{Z}\\p{Cf}\\x85'
const letter = '[\\p{L}\\p{N}]'
const inWord = '[\\p{L}\\p{M}\\p{N}]'
const notInWord = '[^\\p{L}\\p{M}\\p{N}]'

/**
 * A word: letters and numbers with their marks, or one other character that is no white space, the underscore too. A mark that
 * follows no letter or number, as in emoji, is dropped. For extractAll() in SQL, or a RegExp with the flags gu.
 */
export const wordPattern = `${letter}${inWord}*|[^\\p{L}\\p{M}\\p{N}${space}]`

const everyWord = new RegExp(wordPattern, 'gu')

/** The words of a text in their order and as they are written: `I'm here` is I, ', m and here. */
export function wordsOf(text: string): string[] {
  return text.match(everyWord) ?? []
}

const anyWord = new RegExp(wordPattern, 'u')
const visibleAscii = /[!-~]/

export function hasWord(text: string): boolean {
  return visibleAscii.test(text) || anyWord.test(text)
}

/** Whether the words of a phrase stand in a row in the words of a text; what phrasePattern says, for who has the words already. */
export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  const [first] = phrase
  if (first === undefined) return false
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1))
    if (phrase.every((word, i) => words[at + i] === word)) return true
  return false
}

/**
 * A regular expression for RE2 and for JavaScript (flag u) that matches a text exactly when the words of the phrase stand in its
 * words one after the other. Without case: `(?i)` before it in RE2, the flag i in JavaScript.
 */
export function phrasePattern(phrase: string): string {
  return sequencePattern(phrasePieces(phrase), unicodeEdges)
}

/**
 * A regular expression for RE2, several times as fast: the same in a text of ASCII; in any other it matches wherever the phrase
 * stands, and elsewhere as well. undefined for a phrase of other characters, which is in no text of ASCII.
 */
export function asciiPhrasePattern(phrase: string): string | undefined {
  const pieces = phrasePieces(phrase)
  return pieces.every(({ pattern }) => onlyAscii.test(pattern)) ? sequencePattern(pieces, asciiEdges) : undefined
}

const onlyAscii = /^[\0-\x7f]*$/

function phrasePieces(phrase: string): Piece[] {
  return wordsOf(phrase).map(word => ({ pattern: escaped(word), isWord: startsWord.test(word) }))
}

/**
 * The same for an item of `wildcard`: a star stands for any number of characters of a word, a question mark for one; behind a
 * backslash they stand for themselves. A star alone is any word.
 */
export function wildcardPattern(item: string): string {
  return sequencePattern(wildcardWords(item), unicodeEdges)
}

/**
 * Whether all items stand within `span` words in a row, in any order. An item is the words of one entry of contains_near; compare
 * words without case by handing in both folded. analytics/csdl/word-tests.ts asks the same in SQL.
 */
export function areNear(words: readonly string[], items: readonly (readonly string[])[], span: number): boolean {
  const nextPlaces = items.map(item => placesOf(words, item))
  return words.some((_, start) => nextPlaces.every(places => endsWithin(places, start, start + span)))
}

type Piece = { readonly pattern: string; readonly isWord: boolean }

const startsWord = new RegExp(`^${letter}`, 'u')

/** What stands before a word, behind it, and between two pieces. */
type Edges = {
  readonly before: string
  readonly after: string
  gap(left: Piece, right: Piece): string
}

function sequencePattern(pieces: readonly Piece[], { before, after, gap }: Edges) {
  const first = pieces.at(0)
  if (!first) return matchesNothing
  const parts = pieces.map((piece, at) => {
    const left = pieces[at - 1]
    return (left ? gap(left, piece) : '') + piece.pattern
  })
  return (first.isWord ? before : '') + parts.join('') + (pieces.at(-1)?.isWord ? after : '')
}

const matchesNothing = '[^\\s\\S]'

const unicodeEdges: Edges = {
  before: `(?:^|${notInWord})\\p{M}*`,
  after: `(?:$|${notInWord})`,
  // Marks behind white space or punctuation are dropped, those behind a word are part of it.
  gap(left, right) {
    const blank = `[${space}\\p{M}]*`
    if (!left.isWord) return blank
    return right.isWord ? `[${space}]${blank}` : `(?:[${space}]${blank})?`
  }
}

// Whatever is no ASCII may be white space.
const asciiBlank = '[\\t-\\r \\x80-\\x{10ffff}]'

const asciiEdges: Edges = {
  before: '(?:^|[^0-9A-Za-z])',
  after: '(?:$|[^0-9A-Za-z])',
  gap: (left, right) => asciiBlank + (left.isWord && right.isWord ? '+' : '*')
}

// Only what is special in both dialects: JavaScript refuses other escapes.
function escaped(text: string) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

const wildcardPiece = new RegExp(
  // A backslash with what it escapes, or a run of word characters and wildcards, or one other character.
  `\\\\([*?\\\\])|(?:${inWord}|[*?])+|[^${space}\\p{M}]`,
  'gu'
)

function wildcardWords(item: string): Piece[] {
  return Array.from(item.matchAll(wildcardPiece), ([text, literal]) => {
    if (literal !== undefined) return { pattern: escaped(literal), isWord: false }
    const word = text.replace(/^\p{M}+/u, '')
    if (!/^[\p{L}\p{N}*?]/u.test(word)) return { pattern: escaped(word), isWord: false }
    return { pattern: wildcardWord(word), isWord: true }
  }).filter(piece => piece.pattern !== '')
}

// A word begins with a letter or a number, so that a wildcard at its beginning stands for one of these first.
function wildcardWord(word: string) {
  const [run = ''] = /^[*?]*/.exec(word) ?? []
  const rest = word.slice(run.length)
  return leadingWildcards(run, rest) + rest.replace(/[*?]+/g, wildcardRun)
}

function leadingWildcards(run: string, rest: string) {
  if (run === '') return ''
  const ones = run.replaceAll('*', '').length
  const isOptional = ones === 0 && rest !== '' && !/^\p{M}/u.test(rest)
  if (isOptional) return `(?:${letter}${inWord}*)?`
  return letter + inWord.repeat(Math.max(ones - 1, 0)) + (run.includes('*') ? `${inWord}*` : '')
}

function wildcardRun(run: string) {
  return inWord.repeat(run.replaceAll('*', '').length) + (run.includes('*') ? `${inWord}*` : '')
}

function placesOf(words: readonly string[], item: readonly string[]) {
  const ends: number[] = []
  let next = Number.POSITIVE_INFINITY
  for (let start = words.length - 1; start >= 0; start--) {
    if (item.every((word, at) => words[start + at] === word)) next = start + item.length
    ends[start] = next
  }
  return ends
}

function endsWithin(ends: readonly number[], start: number, end: number) {
  return (ends[start] ?? Number.POSITIVE_INFINITY) <= end
}
