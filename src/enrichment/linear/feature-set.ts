/** The features of one example: hashed names, each once; adding one twice counts once. Reused between examples. */
export type FeatureSet = {
  /** The first `size` entries are the features. */
  readonly indices: Uint32Array
  readonly size: number
  clear(): void
  /** A feature by its kind and text: a word of a bio. */
  add(kind: number, text: string, from?: number, to?: number): void
  /** A feature that is known beforehand, by `hashOf` or `hashOfPair`: for those that many examples share. */
  addHash(hash: number): void
  /**
   * A word and its pair with the word before it, as `add` and `addPair` would add them. `before` is what the call for the
   * word before has answered, or `beginPair` for the first one.
   */
  addFollowing(wordKind: number, pairKind: number, before: number, word: string): number
  /** A feature by its kind and two texts: a pair of words that follow each other. */
  addPair(kind: number, first: string, second: string): void
  /** All runs of `shortest` to `longest` UTF-16 units of a word that has a mark before and behind it. */
  addRuns(kind: number, word: string, shortest: number, longest: number): void
}

const most = 8192 // Features beyond are dropped: no text of a post has as many.
const mostInSmall = 1024 // Few posts and profiles have more.
const prime = 0x01000193
const mark = 0x20

/** Features for a model of 2^bits weights a class, by FNV-1a over a kind and UTF-16 units, folded to `bits`. */
export function createFeatureSet(bits: number): FeatureSet {
  const indices = new Uint32Array(most)
  // Each entry is an index below the number of the turn that it was added in, so that a new turn finds a table empty. The
  // small one stays in the processor's nearest cache, where one bit for each of a million weights would not.
  const small = new Int32Array(2 * mostInSmall)
  const large = new Int32Array(2 * most)
  let table = small
  const shift = 32 - bits
  const lastTurn = 2 ** shift - 1
  let turn = 1
  let size = 0
  let units = new Uint16Array(128)

  function addHash(hash: number) {
    // The upper bits of FNV are the better mixed ones, once the lower are folded into them.
    const index = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift
    const entry = (turn << bits) | index
    const mask = table.length - 1
    let slot = index & mask
    for (let found = table[slot] as number; found >>> bits === turn; found = table[slot] as number) {
      if (found === entry) return
      slot = (slot + 1) & mask
    }
    if (size === most) return
    table[slot] = entry
    indices[size++] = index
    if (size === mostInSmall) moveToLarge()
  }

  function moveToLarge() {
    table = large
    for (let at = 0; at < size; at++) {
      const index = indices[at] as number
      let slot = index & (large.length - 1)
      while ((large[slot] as number) >>> bits === turn) slot = (slot + 1) & (large.length - 1)
      large[slot] = (turn << bits) | index
    }
  }

  /** The units of a word with a mark before and behind: read once, since runs overlap. */
  function unitsOf(word: string): Uint16Array {
    const length = word.length
    if (units.length < length + 2) units = new Uint16Array(2 * length)
    units[0] = mark
    for (let at = 0; at < length; at++) units[at + 1] = word.charCodeAt(at)
    units[length + 1] = mark
    return units
  }

  return {
    indices,
    get size() {
      return size
    },
    clear() {
      size = 0
      table = small
      turn += 1
      if (turn <= lastTurn) return
      turn = 1
      small.fill(0)
      large.fill(0)
    },
    add(kind, text, from = 0, to = text.length) {
      addHash(hashed(hashOfKind(kind), text, from, to))
    },
    addHash,
    addFollowing(wordKind, pairKind, before, word) {
      let alone = hashOfKind(wordKind)
      let pair = before
      let next = hashOfKind(pairKind)
      for (let at = 0; at < word.length; at++) {
        const unit = word.charCodeAt(at)
        alone = Math.imul(alone ^ unit, prime)
        pair = Math.imul(pair ^ unit, prime)
        next = Math.imul(next ^ unit, prime)
      }
      addHash(alone)
      addHash(pair)
      return Math.imul(next ^ mark, prime)
    },
    addPair(kind, first, second) {
      addHash(hashOfPair(kind, first, second))
    },
    addRuns(kind, word, shortest, longest) {
      const marked = unitsOf(word)
      const end = word.length + 2
      const start = hashOfKind(kind)
      for (let from = 0; from + shortest <= end; from++) {
        const to = Math.min(from + longest, end)
        let hash = start
        let at = from
        for (; at < from + shortest - 1; at++) hash = Math.imul(hash ^ (marked[at] as number), prime)
        for (; at < to; at++) {
          hash = Math.imul(hash ^ (marked[at] as number), prime)
          addHash(hash)
        }
      }
    }
  }
}

/** The hash of a feature that `add` would add. */
export function hashOf(kind: number, text: string): number {
  return hashed(hashOfKind(kind), text, 0, text.length)
}

/** The hash of a feature that `addPair` would add. */
export function hashOfPair(kind: number, first: string, second: string): number {
  return hashed(beginPair(kind, first), second, 0, second.length)
}

/** The hash of a pair of which only the first word is known. */
export function beginPair(kind: number, first: string): number {
  return Math.imul(hashOf(kind, first) ^ mark, prime)
}

function hashOfKind(kind: number): number {
  return Math.imul(0x811c9dc5 ^ kind, prime)
}

function hashed(start: number, text: string, from: number, to: number): number {
  let hash = start
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash
}
