import type { Pack } from '../packs/pack.ts'
import { pack } from '../packs/packs.ts'
import { indexOfHash } from '../packs/sorted-hashes.ts'
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
  const place = placeToRemember(word)
  if (words[place] !== word) {
    words[place] = word
    answers[place] = lookUp(word)
  }
  return answers[place]
}

// Several traits ask of the words of one name, one after the other.
const remembered = 64
const words = new Array<string>(remembered).fill('')
const answers = new Array<FirstName | undefined>(remembered).fill(undefined)

function placeToRemember(word: string): number {
  return (word.charCodeAt(0) + 5 * word.charCodeAt(1) + 11 * word.charCodeAt(word.length - 1)) % remembered
}

function lookUp(word: string): FirstName | undefined {
  const folded = foldName(word)
  const found = find(folded)
  const hyphen = folded.indexOf('-')
  if (found || hyphen < 0) return found
  return find(folded.replaceAll('-', '')) ?? find(folded.slice(0, hyphen))
}

/** As `firstName`, for a word that `foldName` has folded already, or for a part of it. */
export function find(folded: string, from = 0, to = folded.length): FirstName | undefined {
  if (to - from < shortest) return undefined
  table ??= open(pack('names'))
  const at = indexOfHash(table.hashes, hashName(folded, from, to))
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
