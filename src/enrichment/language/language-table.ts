import { pack } from '../packs/packs.ts'
import { bucketsOf } from '../packs/sorted-hashes.ts'

/**
 * What byte n-grams say about languages: `keys` are the n-grams' hashes, ascending; the evidence of `keys[n]` begins at
 * `startOf(n)` and ends with a mark, as a language's number and a score. Keys of the same upper 16 bits begin at `bucket(key >>> 16)`.
 */
export type LanguageTable = {
  readonly languages: readonly string[]
  readonly keys: Uint32Array
  readonly evidence: Uint8Array
  readonly scores: Uint8Array
  bucket(upper: number): number
  startOf(gram: number): number
}

/** Marks the last piece of evidence of an n-gram; a language's number stays below it. */
export const lastOfGram = 0x80

/** FNV-1a, one byte at a time: start from `emptyHash`. */
export const emptyHash = 0x811c9dc5
export const addToHash = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193)

/** The table of the pack `languages` (scripts/models/build-languages.ts). */
export function readLanguageTable(): LanguageTable {
  const { manifest, section } = pack('languages')
  const keys = section('keys', 'uint32')
  const evidence = section('evidence', 'uint8')
  return {
    languages: manifest.facts.languages as readonly string[], // Our own build wrote it.
    keys,
    evidence,
    scores: section('scores', 'uint8'),
    bucket: bucketsOf(keys, 16),
    startOf: startsOf(evidence, section('starts', 'uint32'), keys.length)
  }
}

/** The pack says where every so many n-grams' evidence begins. */
export const gramsAStart = 64

/** Where an n-gram's evidence begins, found from the last start before it when it is first asked for. */
function startsOf(evidence: Uint8Array, starts: Uint32Array, grams: number): (gram: number) => number {
  const known = new Uint32Array(grams) // One more than the start; 0 = not asked for yet.
  return gram => {
    const before = known[gram] as number
    if (before > 0) return before - 1
    let start = starts[Math.floor(gram / gramsAStart)] as number
    for (let left = gram % gramsAStart; left > 0; start++) if ((evidence[start] as number) & lastOfGram) left--
    known[gram] = start + 1
    return start
  }
}
