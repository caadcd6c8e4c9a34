const prime = 0x01000193

/** The hash of no text, to be continued. */
export const emptyHash = 0x811c9dc5 | 0

/** Continues a hash (FNV-1a over UTF-16 units) with a text, or with its part. */
export function continueHash(hash: number, text: string, from = 0, to = text.length): number {
  let mixed = hash
  for (let at = from; at < to; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), prime)
  return mixed
}

/** Continues a hash with the space between two words of a phrase. */
export function continueWithSpace(hash: number): number {
  return Math.imul(hash ^ 0x20, prime)
}

/** Where a hash begins to look in a table of 2^n slots, whose mask is 2^n - 1: FNV's upper bits are the better mixed. */
export function firstSlot(hash: number, mask: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) & mask
}

/** The key under which a hash stands in a table: never 0, which marks a free slot. */
export const keyOf = (hash: number) => hash | 0 || 1
