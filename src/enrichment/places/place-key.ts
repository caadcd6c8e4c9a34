import type { PlaceWord } from './place-words.ts'

/** Where a name stands in the index: 32 bits to find it by, 11 more to tell it from strangers. */
export type PlaceKey = { readonly hash: number; readonly check: number }

export const checkBits = 11
const mostWords = 32

/** Keys of the names that begin with the same words: the key of two words is grown from the key of the first. */
export class PlaceKeys {
  readonly #hashes = new Int32Array(mostWords + 1).fill(0x811c9dc5)
  readonly #checks = new Int32Array(mostWords + 1).fill(0x2545f491)

  /** Makes the key of `length` words of that of one word less; `written` stands for the last word's own text. */
  grow(length: number, word: PlaceWord, written: string = word.text): void {
    let hash = this.#hashes[length - 1] as number
    let check = this.#checks[length - 1] as number
    if (length > 1 && !word.ideograph) {
      hash = Math.imul(hash ^ 32, 0x01000193)
      check = Math.imul(check ^ 32, 0x5bd1e995)
    }
    for (let at = 0; at < written.length; at++) {
      const code = written.charCodeAt(at)
      hash = Math.imul(hash ^ code, 0x01000193)
      check = Math.imul(check ^ code, 0x5bd1e995)
    }
    this.#hashes[length] = hash
    this.#checks[length] = check
  }

  hash(length: number): number {
    return mixed(this.#hashes[length] as number)
  }

  check(length: number): number {
    return mixed(this.#checks[length] as number) >>> (32 - checkBits)
  }
}

function mixed(hash: number): number {
  let x = hash ^ (hash >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** The key of a whole name. */
export function keyOf(words: readonly PlaceWord[]): PlaceKey {
  const keys = new PlaceKeys()
  for (const [at, word] of words.entries()) keys.grow(at + 1, word)
  return { hash: keys.hash(words.length), check: keys.check(words.length) }
}
