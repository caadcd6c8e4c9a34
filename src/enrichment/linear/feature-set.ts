/** The features of one example: hashed names, each once; adding one twice counts once. Reused between examples. */
export type FeatureSet = {
  /** The first `size` entries are the features. */
  readonly indices: Uint32Array
  readonly size: number
  clear(): void
  /** A feature by its kind and text: a word of a bio. */
  add(kind: number, text: string, from?: number, to?: number): void
  /** A feature by its kind and two texts: a pair of words that follow each other. */
  addPair(kind: number, first: string, second: string): void
  /** All runs of `shortest` to `longest` UTF-16 units of a word that has a mark before and behind it. */
  addRuns(kind: number, word: string, shortest: number, longest: number): void
}

const most = 8192 // Features beyond are dropped: no text of a post has as many.
const prime = 0x01000193
const mark = 0x20

/** Features for a model of 2^bits weights a class, by FNV-1a over a kind and UTF-16 units, folded to `bits`. */
export function createFeatureSet(bits: number): FeatureSet {
  const indices = new Uint32Array(most)
  const seen = new Uint32Array(1 << bits)
  const shift = 32 - bits
  let turn = 1
  let size = 0

  function addHash(hash: number) {
    // The upper bits of FNV are the better mixed ones, once the lower are folded into them.
    const index = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift
    if (seen[index] === turn || size === most) return
    seen[index] = turn
    indices[size++] = index
  }

  return {
    indices,
    get size() {
      return size
    },
    clear() {
      size = 0
      turn += 1
    },
    add(kind, text, from = 0, to = text.length) {
      addHash(hashed(hashOfKind(kind), text, from, to))
    },
    addPair(kind, first, second) {
      const hash = Math.imul(hashed(hashOfKind(kind), first, 0, first.length) ^ mark, prime)
      addHash(hashed(hash, second, 0, second.length))
    },
    addRuns(kind, word, shortest, longest) {
      const last = word.length + 2
      for (let from = 0; from + shortest <= last; from++) {
        const to = Math.min(from + longest, last)
        let hash = hashOfKind(kind)
        for (let at = from; at < to; at++) {
          const unit = at === 0 || at === last - 1 ? mark : word.charCodeAt(at - 1)
          hash = Math.imul(hash ^ unit, prime)
          if (at - from + 1 >= shortest) addHash(hash)
        }
      }
    }
  }
}

function hashOfKind(kind: number): number {
  return Math.imul(0x811c9dc5 ^ kind, prime)
}

function hashed(start: number, text: string, from: number, to: number): number {
  let hash = start
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash
}
