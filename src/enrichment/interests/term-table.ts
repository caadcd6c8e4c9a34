import type { Pack } from '../packs/pack.ts'
import { continueHash, continueWithSpace, emptyHash, firstSlot, keyOf } from './word-hash.ts'

/** The terms of all interests, and the words of the trained layer, by hash: open addressing, a power of two of slots. */
export type TermTable = {
  /**
   * Two numbers a slot, side by side so that one look into memory fetches both: the hash of a term, of a phrase's beginning or
   * of a word (0 where the slot is free), and what is known of it, as `listOf`, `beginsPhrase` and `wordOf` read it.
   */
  readonly slots: Int32Array
  /** Where each list begins in `lists`; one more at the end. List 0 is empty. */
  readonly starts: Uint16Array
  /** One byte a pair: the number of the interest times 4 plus the class of the term. */
  readonly lists: Uint8Array
  /** A bit for each slot that the search for a hash begins at: set where a term or a phrase's beginning is found from there. */
  readonly likely: Uint8Array
}

/** What a pack keeps of it; the rest is found from that. */
export type TermSections = Omit<TermTable, 'likely'>

export const beginsPhrase = 0x8000
export const listOf = (value: number) => value & 0x7fff
/** The number of a word of the trained layer, from 1; 0 for none. */
export const wordOf = (value: number) => value >>> 16

export function openTermTable(pack: Pack): TermTable {
  return termTableOf({
    slots: pack.section('slots', 'int32'),
    starts: pack.section('starts', 'uint16'),
    lists: pack.section('lists', 'uint8')
  })
}

export function termTableOf(sections: TermSections): TermTable {
  return { ...sections, likely: likelyTermsOf(sections.slots) }
}

/** 32 KB stay in the processor's cache, where 2 MB of slots do not, and most words are no terms. */
function likelyTermsOf(slots: Int32Array): Uint8Array {
  const likely = new Uint8Array(slots.length / 16)
  const mask = slots.length / 2 - 1
  for (let slot = 0; slot <= mask; slot++) {
    const value = slots[2 * slot + 1] as number
    if ((value & beginsPhrase) === 0 && listOf(value) === 0) continue
    const first = firstSlot(slots[2 * slot] as number, mask)
    likely[first >> 3] = (likely[first >> 3] as number) | (1 << (first & 7))
  }
  return likely
}

/**
 * Adds to `evidence`, by number of the interest, the weight of each term in a text's tokens; of terms that overlap the longest
 * counts. Writes the numbers of the text's words to `words`, as many as fit, and answers how many; none where no words are asked for.
 */
export function weighTerms(
  table: TermTable,
  tokens: readonly string[],
  classWeights: readonly number[],
  evidence: Float32Array,
  words?: Uint16Array
): number {
  const { starts, lists } = table
  let known = 0
  let covered = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string
    if (isMark(token)) continue
    const hash = continueHash(emptyHash, token)
    const value = words ? valueAt(table, hash) : termAt(table, hash)
    const bare = isDressed(token) ? valueOfBare(table, token) : 0
    const word = wordOf(value) || wordOf(bare)
    if (words && word !== 0 && known < words.length) words[known++] = word
    if (at < covered) continue
    let list = listOf(value)
    covered = at + 1
    if ((value & beginsPhrase) !== 0) {
      const phrase = longestPhrase(table, tokens, at, hash)
      if (phrase.list !== 0) {
        list = phrase.list
        covered = at + phrase.length
      }
    }
    if (list === 0) list = listOf(bare)
    const end = starts[list + 1] as number
    for (let pair = starts[list] as number; pair < end; pair++) {
      const packed = lists[pair] as number
      const interest = packed >> 2
      evidence[interest] = (evidence[interest] as number) + (classWeights[packed & 3] as number)
    }
  }
  return known
}

/** Spares commas and full stops a look into the table: no term begins with one. */
function isMark(token: string): boolean {
  return token.length === 1 && token.charCodeAt(0) < 0x30
}

const phrase = { list: 0, length: 1 }

/** The longest phrase that begins at a token: its list, 0 for none, and its tokens. Its answer is overwritten by the next call. */
function longestPhrase(table: TermTable, tokens: readonly string[], at: number, first: number): typeof phrase {
  phrase.list = 0
  let hash = first
  let value = beginsPhrase
  for (let next = at + 1; (value & beginsPhrase) !== 0 && next < tokens.length; next++) {
    hash = continueHash(continueWithSpace(hash), tokens[next] as string)
    value = termAt(table, hash)
    if (listOf(value) === 0) continue
    phrase.list = listOf(value)
    phrase.length = next - at + 1
  }
  return phrase
}

/** Whether a token is a hashtag or a possessive: it is read as its word where it is no term itself. */
function isDressed(token: string): boolean {
  return token.charCodeAt(0) === 0x23 || isPossessive(token)
}

function isPossessive(token: string): boolean {
  return token.charCodeAt(token.length - 2) === 0x27 && token.charCodeAt(token.length - 1) === 0x73
}

function valueOfBare(table: TermTable, token: string): number {
  const from = token.charCodeAt(0) === 0x23 ? 1 : 0
  const to = isPossessive(token) ? token.length - 2 : token.length
  return valueAt(table, continueHash(emptyHash, token, from, to))
}

/** As `valueAt`, of terms and beginnings of phrases; of other words it may answer 0. */
function termAt(table: TermTable, hash: number): number {
  const first = firstSlot(keyOf(hash), table.slots.length / 2 - 1)
  return ((table.likely[first >> 3] as number) & (1 << (first & 7))) === 0 ? 0 : valueAt(table, hash)
}

function valueAt({ slots }: TermTable, hash: number): number {
  const mask = slots.length / 2 - 1
  const key = keyOf(hash)
  for (let slot = firstSlot(hash, mask); ; slot = (slot + 1) & mask) {
    const there = slots[2 * slot] as number
    if (there === key) return slots[2 * slot + 1] as number
    if (there === 0) return 0
  }
}
