import type { Pack } from '../packs/pack.ts'
import { pack } from '../packs/packs.ts'
import { foldName, hashName } from './fold-name.ts'

/** What the table of first names says of a word. */
export type FirstName = {
  /** The share of women among the people who have this name, 0 to 1. */
  readonly female: number
  /** How much the table knows of the name, 0 to 1: about 0.1 when one short list has it, above 0.5 when everybody knows it. */
  readonly strength: number
}

const shortest = 2
const longest = 40

type Table = { readonly hashes: Uint32Array; readonly female: Uint8Array; readonly strength: Uint8Array }
let table: Table | undefined

/**
 * Looks a word up among first names, in any case and script, with or without accents; nothing when it is none. A double name
 * that is not listed is taken for its first part: `Eva-Kristina`.
 */
export function firstName(word: string): FirstName | undefined {
  if (word.length < shortest || word.length > longest) return undefined
  const folded = foldName(word)
  const found = find(folded)
  const hyphen = folded.indexOf('-')
  if (found || hyphen < 0) return found
  return find(folded.replaceAll('-', '')) ?? find(folded.slice(0, hyphen))
}

/** As `firstName`, for a word that `foldName` has folded already. */
export function find(folded: string): FirstName | undefined {
  if (folded.length < shortest) return undefined
  table ??= open(pack('names'))
  const at = indexOf(table.hashes, hashName(folded))
  if (at < 0) return undefined
  return { female: (table.female[at] as number) / 255, strength: (table.strength[at] as number) / 255 }
}

function open(names: Pack): Table {
  return {
    hashes: names.section('hashes', 'uint32'),
    female: names.section('female', 'uint8'),
    strength: names.section('strength', 'uint8')
  }
}

// A hash is seldom farther than this from where it would stand if all lay evenly: three times the square root of their number.
const reach = 1024

function indexOf(sorted: Uint32Array, hash: number): number {
  const likely = Math.floor((hash / 2 ** 32) * sorted.length)
  let from = Math.max(0, likely - reach)
  let to = Math.min(sorted.length - 1, likely + reach)
  if ((sorted[from] as number) > hash) from = 0
  if ((sorted[to] as number) < hash) to = sorted.length - 1
  while (from <= to) {
    const middle = (from + to) >>> 1
    const found = sorted[middle] as number
    if (found === hash) return middle
    if (found < hash) from = middle + 1
    else to = middle - 1
  }
  return -1
}
