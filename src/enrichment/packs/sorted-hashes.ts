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

/**
 * Where a hash stands among sorted ones; -1 when it does not. Hashes lie evenly, so that the first guess is some hundred places
 * off; what stands there tells how far, and the second one is a few places off.
 */
export function indexOfHash(sorted: Uint32Array, hash: number): number {
  const last = sorted.length - 1
  const density = sorted.length / 2 ** 32
  const guess = Math.min(last, Math.floor(hash * density))
  let at = guess + Math.floor((hash - (sorted[guess] as number)) * density)
  at = Math.max(0, Math.min(last, at))
  while (at < last && (sorted[at] as number) < hash) at++
  while (at > 0 && (sorted[at] as number) > hash) at--
  return sorted[at] === hash ? at : -1
}
