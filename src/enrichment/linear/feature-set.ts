/** The features of one example: hashed names, each once; adding one twice counts once. Reused between examples. */
export type FeatureSet = {
  /** The first `size` entries are the features. */
  readonly indices: Uint32Array
  readonly size: number
  clear(): void
  /** A feature by its whole name: `bio word:ceo`. */
  add(kind: number, text: string, from?: number, to?: number): void
}

const most = 8192 // Features beyond are dropped: no text of a post has as many.

/** Features for a model of 2^bits weights a class, by FNV-1a over a kind and UTF-16 units, folded to `bits`. */
export function createFeatureSet(bits: number): FeatureSet {
  const indices = new Uint32Array(most)
  const seen = new Uint32Array(1 << bits)
  const shift = 32 - bits
  let turn = 1
  let size = 0
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
      let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193)
      for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      // The upper bits of FNV are the better mixed ones, once the lower are folded into them.
      const index = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift
      if (seen[index] === turn || size === most) return
      seen[index] = turn
      indices[size++] = index
    }
  }
}
