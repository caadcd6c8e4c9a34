import type { Confusion } from '../model/confusion.ts'
import type { FieldCoverage } from '../model/field-aggregation.ts'
import { correctShares } from './correct-shares.ts'
import type { AudiencePrivacy as Privacy } from './privacy.ts'
import { roundTo } from './round-to.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** People by value of one field. */
type ValueCount = { readonly value: string; readonly people: number }

/** How many people were looked at, and of how many: all of them, a random sample, or a choice that is no random sample. */
export type LookedAt = { readonly people: number; readonly population: number; readonly isRandom: boolean }

/**
 * What may be said of a field whose values exclude each other, by the rules of `privacy`. With the `confusion` of the model that
 * said the values, shares are corrected by it.
 */
export function nameValues(
  counts: readonly ValueCount[],
  lookedAt: LookedAt,
  privacy: Privacy,
  confusion?: Confusion
): { readonly shares: Record<string, number>; readonly coverage: FieldCoverage } {
  const n = counts.reduce((sum, { people }) => sum + people, 0)
  const of = lookedAt.people
  if (n < privacy.minAudience) return { shares: {}, coverage: { of, redacted: true } }
  const named = withoutRareValues(counts, privacy.minCell)
  const shares = Object.fromEntries(named.map(({ value, people }) => [value, roundTo(people / n, 6)]))
  const unnamed = n - named.reduce((sum, { people }) => sum + people, 0)
  const coverage: FieldCoverage = { n, of, redacted: false }
  const corrected = confusion && correctValues(named, n, lookedAt, confusion)
  if (unnamed > 0) coverage.unnamed = roundTo(unnamed / n, 6)
  if (corrected) {
    const interval = { ...sampledIntervals(named, n, lookedAt), ...corrected.intervals }
    return { shares: { ...shares, ...corrected.shares }, coverage: { ...coverage, interval, corrected: true } }
  }
  if (isSampled(lookedAt)) coverage.interval = sampledIntervals(named, n, lookedAt)
  return { shares, coverage }
}

function sampledIntervals(named: readonly ValueCount[], n: number, lookedAt: LookedAt) {
  if (!isSampled(lookedAt)) return {}
  return Object.fromEntries(named.map(({ value, people }) => [value, sampledInterval(people, n, lookedAt)]))
}

/** The corrected shares, of all n, of the values that the confusion was measured on; the others are left as they were said. */
function correctValues(named: readonly ValueCount[], n: number, lookedAt: LookedAt, confusion: Confusion) {
  const measured = named.filter(({ value }) => confusion.classes.includes(value))
  const people = measured.reduce((sum, count) => sum + count.people, 0)
  if (measured.length < 2 || people === 0) return undefined
  const counts = measured.map(count => count.people)
  const among = amongClasses(
    confusion,
    measured.map(({ value }) => value)
  )
  const lookedAtShare = isSampled(lookedAt) ? lookedAt.people / lookedAt.population : 1
  const { shares, intervals } = correctShares({ counts, lookedAt: lookedAtShare }, among)
  const ofAll = (share: number) => roundTo((share * people) / n, 6)
  return {
    shares: Object.fromEntries(measured.map(({ value }, at) => [value, ofAll(shares[at] ?? 0)])),
    intervals: Object.fromEntries(
      measured.map(({ value }, at) => {
        const [low = 0, high = 1] = intervals[at] ?? []
        return [value, [ofAll(low), ofAll(high)] as [number, number]]
      })
    )
  }
}

/** The confusion among some of its classes, in the order given. */
function amongClasses({ classes, shares, cases }: Confusion, wanted: readonly string[]): Confusion {
  const at = wanted.map(value => classes.indexOf(value))
  const rows = at.map(i => {
    const row = at.map(j => shares[i]?.[j] ?? 0)
    const total = row.reduce((sum, share) => sum + share, 0)
    return row.map(share => share / (total || 1))
  })
  return { classes: wanted, shares: rows, cases: at.map(i => cases[i] ?? 0) }
}

/** Whether shares are estimates with a known error. */
export function isSampled({ people, population, isRandom }: LookedAt): boolean {
  return isRandom && people < population
}

/** The 95 % interval of a share of the n people of a sample about whom something is known. */
export function sampledInterval(people: number, n: number, lookedAt: LookedAt): [low: number, high: number] {
  // As many again are expected to be known among the others as among the sample.
  const known = (n * lookedAt.population) / lookedAt.people
  const [low, high] = wilsonInterval(people, n, known)
  return [roundTo(low, 6), roundTo(high, 6)]
}

/**
 * Most frequent first, ties by value. Values of fewer than minCell people go unnamed; while the unnamed together are fewer, the
 * rarest named value joins them: a single hidden value could be had by subtraction.
 */
export function withoutRareValues<Counted extends { readonly value: string; readonly people: number }>(
  counts: readonly Counted[],
  minCell: number
): Counted[] {
  const named = counts
    .filter(({ people }) => people >= minCell)
    .sort((one, other) => other.people - one.people || (one.value < other.value ? -1 : 1))
  let unnamed = counts.reduce((sum, { people }) => sum + people, 0) - named.reduce((sum, { people }) => sum + people, 0)
  while (unnamed > 0 && unnamed < minCell) unnamed += named.pop()?.people ?? minCell
  return named
}
