// The 97.5 % point of the normal distribution: 95 % lie within it on both sides.
const z = 1.959963984540054

/**
 * The 95 % interval of a share seen with `hits` of `n` people (Wilson 1927). For a sample taken from a known population the
 * half-width is multiplied by √((N − n)/(N − 1)): a sample of everybody leaves no doubt.
 */
export function wilsonInterval(hits: number, n: number, population = Number.POSITIVE_INFINITY): [number, number] {
  const share = hits / n
  const denominator = 1 + z ** 2 / n
  const center = (share + z ** 2 / (2 * n)) / denominator
  const halfWidth = (z / denominator) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  if (!Number.isFinite(population)) return [Math.max(0, center - halfWidth), Math.min(1, center + halfWidth)]
  const known = population <= 1 ? 0 : Math.sqrt(Math.max(0, population - n) / (population - 1))
  // Both ends shrink towards the share itself: the centre is shifted by what was not seen.
  return [
    Math.max(0, share - (share - (center - halfWidth)) * known),
    Math.min(1, share + (center + halfWidth - share) * known)
  ]
}
