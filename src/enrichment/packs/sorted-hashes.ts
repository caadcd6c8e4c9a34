/**
 * Where the hashes of a bucket begin among sorted ones, that is those from `bucket · 2^shift` on. Found when a bucket is first
 * asked for: to count all of them takes 20 ms at the start.
 */
export function bucketsOf(hashes: Uint32Array, shift: number): (bucket: number) => number {
  const known = new Uint32Array(2 ** (32 - shift) + 1) // One more than the start; 0 = not asked for yet.
  return bucket => {
    const before = known[bucket] as number
    if (before > 0) return before - 1
    const start = firstFrom(hashes, bucket * 2 ** shift)
    known[bucket] = start + 1
    return start
  }
}

/** The first of the sorted numbers that is not below `least`. */
function firstFrom(sorted: Uint32Array, least: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] as number) < least) from = middle + 1
    else to = middle
  }
  return from
}

// A hash is seldom farther than this from where it would stand if all lay evenly: three times the square root of their number.
const reach = 1024

/** Where a hash stands among sorted ones; -1 when it does not. */
export function indexOfHash(sorted: Uint32Array, hash: number): number {
  const likely = Math.floor((hash / 2 ** 32) * sorted.length)
  let from = Math.max(0, likely - reach)
  let to = Math.min(sorted.length - 1, likely + reach)
  if ((sorted[from] as number) > hash) from = 0
  if ((sorted[to] as number) < hash) to = sorted.length - 1
  while (from <= to) {
    const middle = (from + to) >>> 1
    const found = sorted[middle] as number
    if (found === hash) return middle
    if (found < hash) from = middle + 1
    else to = middle - 1
  }
  return -1
}
