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
// A small table stays in the processor's cache, where one bit for each of a million weights would not.
const tableSize = 2 * most
const tableMask = tableSize - 1
const prime = 0x01000193
const mark = 0x20

/** Features for a model of 2^bits weights a class, by FNV-1a over a kind and UTF-16 units, folded to `bits`. */
export function createFeatureSet(bits: number): FeatureSet {
  const indices = new Uint32Array(most)
  const keys = new Uint32Array(tableSize)
  const turns = new Uint32Array(tableSize)
  const shift = 32 - bits
  let turn = 1
  let size = 0

  function addHash(hash: number) {
    // The upper bits of FNV are the better mixed ones, once the lower are folded into them.
    const index = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift
    let slot = index & tableMask
    while (turns[slot] === turn) {
      if (keys[slot] === index) return
      slot = (slot + 1) & tableMask
    }
    if (size === most) return
    turns[slot] = turn
    keys[slot] = index
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
      const length = word.length
      const start = hashOfKind(kind)
      for (let from = -1; from + shortest <= length + 1; from++) {
        const to = Math.min(from + longest, length + 1)
        const least = from + shortest
        let hash = start
        for (let at = from; at < to; at++) {
          hash = Math.imul(hash ^ (at < 0 || at === length ? mark : word.charCodeAt(at)), prime)
          if (at + 1 >= least) addHash(hash)
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
