import { pack } from '../packs/packs.ts'

/**
 * What byte n-grams say about languages: `keys` are the n-grams' hashes, ascending; the evidence of `keys[n]` stands from
 * `starts[n]` to `starts[n + 1]`, as a language's number and a score. `buckets` finds a key: those with the same upper 16
 * bits begin at `buckets[key >>> 16]`.
 */
export type LanguageTable = {
  readonly languages: readonly string[]
  readonly keys: Uint32Array
  readonly buckets: Uint32Array
  readonly starts: Uint32Array
  readonly evidence: Uint8Array
  readonly scores: Uint8Array
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
    buckets: bucketsOf(keys),
    starts: startsOf(evidence, keys.length),
    evidence,
    scores: section('scores', 'uint8')
  }
}

function bucketsOf(keys: Uint32Array) {
  const buckets = new Uint32Array(65_537).fill(keys.length)
  for (let n = keys.length - 1; n >= 0; n--) buckets[(keys[n] as number) >>> 16] = n
  for (let upper = 65_535; upper >= 0; upper--) {
    // An empty bucket ends where the next one begins.
    if (buckets[upper] === keys.length) buckets[upper] = buckets[upper + 1] as number
  }
  return buckets
}

function startsOf(evidence: Uint8Array, ngrams: number) {
  const starts = new Uint32Array(ngrams + 1)
  let gram = 0
  evidence.forEach((language, index) => {
    if (language & lastOfGram) starts[++gram] = index + 1
  })
  return starts
}
