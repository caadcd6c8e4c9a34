import { beginsPhrase, type TermSections } from '../../../src/enrichment/interests/term-table.ts'
import {
  continueHash,
  continueWithSpace,
  emptyHash,
  firstSlot,
  keyOf
} from '../../../src/enrichment/interests/word-hash.ts'
import { interests } from '../../../src/model/interests.ts'
import type { Lexicon, TermClass } from './read-lexicon.ts'

export const termClasses: readonly TermClass[] = ['weak', 'plain', 'strong']
const slots = 1 << 18

/** The terms of a lexicon, and the words of the trained layer by their numbers, as the table in which they are looked up. */
export function compileTerms(lexicon: Lexicon, words: readonly string[]): TermSections {
  const lists: number[] = []
  const starts = [0, 0]
  const numbers = new Map<string, number>([['', 0]])
  const hashes = new Map<number, string>()
  const table = new Int32Array(2 * slots)
  const put = (text: string, value: number) => {
    const hash = hashOf(text)
    if ((hashes.get(hash) ?? text) !== text) throw new Error(`${text} and ${hashes.get(hash)} have one hash`)
    hashes.set(hash, text)
    let slot = firstSlot(hash, slots - 1)
    while (table[2 * slot] !== 0 && table[2 * slot] !== keyOf(hash)) slot = (slot + 1) & (slots - 1)
    table[2 * slot] = keyOf(hash)
    table[2 * slot + 1] = (table[2 * slot + 1] as number) | value
  }
  for (const term of [...lexicon.keys()].sort()) {
    const pairs = [...(lexicon.get(term) ?? [])].map(
      ([interest, rank]) => interests.indexOf(interest) * 4 + termClasses.indexOf(rank)
    )
    const list = pairs.sort((a, b) => a - b).join()
    let number = numbers.get(list)
    if (number === undefined) {
      number = numbers.size
      numbers.set(list, number)
      lists.push(...pairs)
      starts.push(lists.length)
    }
    put(term, number)
    for (let end = term.indexOf(' '); end > 0; end = term.indexOf(' ', end + 1)) put(term.slice(0, end), beginsPhrase)
  }
  // A word that shares its hash with another stays out; that befalls one in 100,000.
  for (const [at, word] of words.entries()) if ((hashes.get(hashOf(word)) ?? word) === word) put(word, (at + 1) << 16)
  return { slots: table, starts: Uint16Array.from(starts), lists: Uint8Array.from(lists) }
}

function hashOf(text: string): number {
  const [first = '', ...rest] = text.split(' ')
  return rest.reduce((hash, word) => continueHash(continueWithSpace(hash), word), continueHash(emptyHash, first))
}
