import { plainLetters } from './plain-letters.ts'
import { type WordList, wordListsOf } from './word-lists.ts'

/** A text as every trait reads it: normalised once and cut into tokens once. */
export type ReadText = {
  /** In plain letters (NFKC), without control characters and marks that pile up, at most `longestRead` long; case as written. */
  readonly text: string
  /**
   * In lower case, in their order: words (apostrophes inside kept: `don't`), numbers, `#hashtag`, one emoji each, a run of
   * punctuation as one mark (`!`, `!!` for two or more), `<link>` and `<user>` for links and handles.
   */
  readonly tokens: readonly string[]
  /** The lists of words that each token stands in, as bits. */
  readonly lists: readonly number[]
  /** The lists that any of the tokens stands in: of most lists a text has no word. */
  readonly allLists: number
}

/** Whether a word of a list stands in a text. */
export const hasWordOf = (list: WordList, { allLists }: ReadText) => (allLists & list) !== 0

/** How many words of a list stand in a text. */
export function countOf(list: WordList, text: ReadText): number {
  let count = 0
  if (hasWordOf(list, text)) for (const its of text.lists) if ((its & list) !== 0) count += 1
  return count
}

/** UTF-16 units: more than a post or a bio has anywhere; what is longer is cut, so that hostile text costs no more. */
export const longestRead = 4000
const longestWord = 60

const token =
  /(?:https?:\/\/|www\.)\S+|@[\p{L}\p{N}_]{1,60}|#[\p{L}\p{N}_]{1,60}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*|\p{N}+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}|[!?.…,:;()"&/-]+|[^\s\p{M}\p{Cf}\p{Cc}]/gu

const empty: ReadText = { text: '', tokens: [], lists: [], allLists: 0 }

/** Reads a text, or nothing of null; linear in its length, whatever it holds. */
export function readText(raw: string | null): ReadText {
  if (raw === null || raw === '') return empty
  const text = normalised(raw)
  // Half as long as matchAll, which makes a match of each.
  const tokens: string[] = text.match(token) ?? []
  const lists = new Array<number>(tokens.length)
  let allLists = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokenOf(tokens[at] as string)
    const its = wordListsOf(token)
    tokens[at] = token
    lists[at] = its
    allLists |= its
  }
  return { text, tokens, lists, allLists }
}

// Bidirectional controls, zero-width signs (but the joiner inside emoji) and other controls say nothing to a reader.
const invisible = /[\p{Cc}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu
const pile = /(\p{M}{3})\p{M}+/gu
const plain = /^[\x20-\x7e]*$/

function normalised(raw: string): string {
  const cut = raw.length > longestRead ? raw.slice(0, longestRead) : raw
  if (plain.test(cut)) return cut
  const text = plainLetters(cut.toWellFormed().replace(invisible, ' '))
  return (mayPile(text) ? text.replace(pile, '$1') : text).slice(0, longestRead)
}

/** Whether four units in a row are beyond U+0300, where marks begin: spares most texts the search for piles. */
function mayPile(text: string): boolean {
  let run = 0
  for (let at = 0; at < text.length; at++) {
    run = text.charCodeAt(at) < 0x300 ? 0 : run + 1
    if (run === 4) return true
  }
  return false
}

function tokenOf(piece: string): string {
  const first = piece.charCodeAt(0)
  if (first === atSign) return piece.length > 1 ? '<user>' : '@'
  if (marks.has(first)) return piece.length > 2 ? piece.slice(0, 2) : piece
  if (isLinkStart(first) && piece.length > 4 && /^(?:https?:\/\/|www\.)/i.test(piece)) return '<link>'
  const word = piece.length > longestWord ? piece.slice(0, longestWord) : piece
  return first < 0x80 && !word.includes('’') ? word.toLowerCase() : word.toLowerCase().replaceAll('’', "'")
}

const atSign = 0x40
const marks = new Set([...'!?.…,:;()"&/-'].map(mark => mark.charCodeAt(0)))
const [smallH, largeH, smallW, largeW] = [0x68, 0x48, 0x77, 0x57]
const isLinkStart = (code: number) => code === smallH || code === smallW || code === largeH || code === largeW
