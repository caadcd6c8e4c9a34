import type { Confusion } from '../model/confusion.ts'
import { invert } from './invert-matrix.ts'

/** Shares by class, in the order of the confusion's classes, each with its 95 % interval. */
export type CorrectedShares = { readonly shares: readonly number[]; readonly intervals: readonly [number, number][] }

type Observed = {
  /** How often each class was said, in the order of the confusion's classes; parts of one count, too. */
  readonly counts: readonly number[]
  /** The part of all whom the counts were taken from: 1 when nobody was left out. */
  readonly lookedAt?: number
  /** How much of each count rounding may have taken. */
  readonly mostLost?: number
  /** Made-up counts beside the seen ones, in the shares of the cases of the confusion: for what rests on few counts. */
  readonly prior?: number
}

const rounds = 500
const enough = 1e-9
const z = 1.959963984540054

/**
 * The shares that most likely made a classifier with this confusion say what it said: what is said of each class is a mixture
 * of the rows of the confusion, and the mixture's weights are found by expectation maximisation (Saerens, Latinne, Decaestecker
 * 2002; quantification as in Forman 2008, "Quantifying counts and costs via classification"). Intervals carry the error of the
 * sample, of each single classification, and of the confusion itself, by the delta method.
 */
export function correctShares(
  { counts, lookedAt = 1, mostLost = 0, prior = 0 }: Observed,
  confusion: Confusion
): CorrectedShares {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const said = counts.map(count => count / total)
  const shares = mostLikely(said, confusion, prior / total)
  // said = rowsᵀ · shares, so an error of what was said comes back through the inverse.
  const back = invert(shares.map((_, j) => shares.map((_, i) => confusion.shares[i]?.[j] ?? 0)))
  const deviations = standardErrors(back, shares, { said, total, unseen: 1 - lookedAt }, confusion)
  const intervals = shares.map((share, at): [number, number] => {
    const half = z * (deviations[at] ?? 0)
    const moves = (back?.[at] ?? []).map(weight => ((weight - share) * mostLost) / total)
    return [
      Math.max(0, share - half + moves.reduce((sum, move) => sum + Math.min(0, move), 0)),
      Math.min(1, share + half + moves.reduce((sum, move) => sum + Math.max(0, move), 0))
    ]
  })
  return { shares, intervals }
}

/** `prior`: the weight of the made-up counts, with 1 for all that was seen. */
function mostLikely(said: readonly number[], { shares: rows, cases }: Confusion, prior: number): number[] {
  const allCases = cases.reduce((sum, count) => sum + count, 0)
  let shares = said.map(() => 1 / said.length)
  for (let round = 0; round < rounds; round++) {
    const expected = expectedOf(shares, rows)
    const next = shares.map((share, i) => {
      const row = rows[i] ?? []
      const factor = said.reduce(
        (sum, part, j) => sum + (part > 0 ? (part * (row[j] ?? 0)) / (expected[j] || 1) : 0),
        0
      )
      return (share * factor + prior * ((cases[i] ?? 0) / allCases)) / (1 + prior)
    })
    const moved = next.reduce((sum, share, i) => sum + Math.abs(share - (shares[i] ?? 0)), 0)
    shares = next
    if (moved < enough) break
  }
  return shares
}

/** What the classifier is expected to say of people with these true shares. */
function expectedOf(shares: readonly number[], rows: Confusion['shares']): number[] {
  return shares.map((_, j) => shares.reduce((sum, share, i) => sum + share * (rows[i]?.[j] ?? 0), 0))
}

function standardErrors(
  back: readonly (readonly number[])[] | undefined,
  shares: readonly number[],
  { said, total, unseen }: { readonly said: readonly number[]; readonly total: number; readonly unseen: number },
  { shares: rows, cases }: Confusion
): number[] {
  if (!back) return shares.map(() => 1)
  return back.map(weights => {
    const ofRows = shares.map((_, i) => spreadOf(rows[i] ?? [], weights))
    const ofEach = shares.reduce((sum, share, i) => sum + share * (ofRows[i] ?? 0), 0)
    const ofConfusion = shares.reduce((sum, share, i) => sum + (share ** 2 * (ofRows[i] ?? 0)) / (cases[i] || 1), 0)
    // A sample's spread holds that of each classification already.
    const ofCounts = (unseen * spreadOf(said, weights) + (1 - unseen) * ofEach) / total
    return Math.sqrt(Math.max(0, ofCounts + ofConfusion)) // Rounding may leave a hair below 0.
  })
}

/** The variance of a weighted sum over one draw of classes with these probabilities. */
function spreadOf(probabilities: readonly number[], weights: readonly number[]): number {
  const mean = weights.reduce((sum, weight, j) => sum + weight * (probabilities[j] ?? 0), 0)
  return weights.reduce((sum, weight, j) => sum + weight ** 2 * (probabilities[j] ?? 0), 0) - mean ** 2
}
