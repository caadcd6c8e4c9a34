import type { PlaceWord } from './place-words.ts'

/** Where a name stands in the index: 32 bits to find it by, 11 more to tell it from strangers. */
export type PlaceKey = { readonly hash: number; readonly check: number }

export const checkBits = 11

/** A key that grows by one word at a time, since names share beginnings with each other. */
export class GrowingKey {
  #hash = 0x811c9dc5
  #check = 0x2545f491

  add(word: PlaceWord, isFirst: boolean, written: string = word.text): void {
    if (!(isFirst || word.ideograph)) this.#addCode(32)
    for (let at = 0; at < written.length; at++) this.#addCode(written.charCodeAt(at))
  }

  get hash(): number {
    return mixed(this.#hash)
  }

  get check(): number {
    return mixed(this.#check) >>> (32 - checkBits)
  }

  copy(): GrowingKey {
    const other = new GrowingKey()
    other.#hash = this.#hash
    other.#check = this.#check
    return other
  }

  #addCode(code: number): void {
    this.#hash = Math.imul(this.#hash ^ code, 0x01000193)
    this.#check = Math.imul(this.#check ^ code, 0x5bd1e995)
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
  const key = new GrowingKey()
  words.forEach((word, at) => key.add(word, at === 0))
  return { hash: key.hash, check: key.check }
}
