/** The log odds of log-odds.ts in plain code, for counts that are at hand and to compare with: a of nA have it, b of nB. */
export function logOddsZ(a: number, nA: number, b: number, nB: number): number {
  if (nA <= 0 || nB <= 0 || a + b <= 0 || a + b >= nA + nB) return 0
  const alpha = (10 * (a + b)) / (nA + nB)
  const have = [a + alpha, b + alpha] as const
  const lack = [nA - a + 10 - alpha, nB - b + 10 - alpha] as const
  const delta = Math.log(have[0] / lack[0]) - Math.log(have[1] / lack[1])
  return delta / Math.sqrt(1 / have[0] + 1 / lack[0] + 1 / have[1] + 1 / lack[1])
}
