import type { Pack } from '../packs/pack.ts'
import { continueHash, continueWithSpace, emptyHash, firstSlot, keyOf } from './word-hash.ts'

/** The terms of all interests by hash: open addressing, a power of two of slots. */
export type TermTable = {
  /** The hash of a term, or of a phrase's beginning; 0 where the slot is free. */
  readonly keys: Uint32Array
  /** The number of the term's list, 0 for none; with `beginsPhrase` where a longer term begins so. */
  readonly values: Uint16Array
  /** Where each list begins in `lists`; one more at the end. List 0 is empty. */
  readonly starts: Uint16Array
  /** One byte a pair: the number of the interest times 4 plus the class of the term. */
  readonly lists: Uint8Array
}

export const beginsPhrase = 0x8000
export const listOf = (value: number) => value & 0x7fff

export function openTermTable(pack: Pack): TermTable {
  return {
    keys: pack.section('keys', 'uint32'),
    values: pack.section('values', 'uint16'),
    starts: pack.section('starts', 'uint16'),
    lists: pack.section('lists', 'uint8')
  }
}

/** Adds to `evidence`, by number of the interest, the weight of each term in a text's tokens; of terms that overlap the longest counts. */
export function weighTerms(
  table: TermTable,
  tokens: readonly string[],
  classWeights: readonly number[],
  evidence: Float32Array
): void {
  const { starts, lists } = table
  let at = 0
  while (at < tokens.length) {
    const found = longestAt(table, tokens, at)
    const end = starts[found.list + 1] as number
    for (let pair = starts[found.list] as number; pair < end; pair++) {
      const packed = lists[pair] as number
      const interest = packed >> 2
      evidence[interest] = (evidence[interest] as number) + (classWeights[packed & 3] as number)
    }
    at += found.length
  }
}

const found = { list: 0, length: 1 }

/** The longest term that begins at a token: its list, 0 for none, and its tokens. Its answer is overwritten by the next call. */
function longestAt(table: TermTable, tokens: readonly string[], at: number): typeof found {
  const token = tokens[at] as string
  let hash = continueHash(emptyHash, token)
  let value = valueAt(table, hash)
  found.list = listOf(value)
  found.length = 1
  for (let next = at + 1; (value & beginsPhrase) !== 0 && next < tokens.length; next++) {
    hash = continueHash(continueWithSpace(hash), tokens[next] as string)
    value = valueAt(table, hash)
    if (listOf(value) === 0) continue
    found.list = listOf(value)
    found.length = next - at + 1
  }
  if (found.list === 0) found.list = listOf(valueOfBare(table, token))
  return found
}

/** A hashtag is read as its word when it is no term itself, a possessive as its noun. */
function valueOfBare(table: TermTable, token: string): number {
  const from = token.charCodeAt(0) === 0x23 ? 1 : 0
  const to = token.endsWith("'s") ? token.length - 2 : token.length
  return from === 0 && to === token.length ? 0 : valueAt(table, continueHash(emptyHash, token, from, to))
}

function valueAt({ keys, values }: TermTable, hash: number): number {
  const mask = keys.length - 1
  const key = keyOf(hash)
  for (let slot = firstSlot(hash, mask); keys[slot] !== 0; slot = (slot + 1) & mask)
    if (keys[slot] === key) return values[slot] as number
  return 0
}
