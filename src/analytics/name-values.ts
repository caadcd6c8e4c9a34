import type { FieldCoverage } from '../model/field-aggregation.ts'
import type { Privacy } from './privacy.ts'
import { roundTo } from './round-to.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** People by value of one field. */
type ValueCount = { readonly value: string; readonly people: number }

/** How many people were looked at, and of how many: all of them, a random sample, or a choice that is no random sample. */
export type LookedAt = { readonly people: number; readonly population: number; readonly isRandom: boolean }

/** What may be said of a field whose values exclude each other, by the rules of `privacy`. */
export function nameValues(
  counts: readonly ValueCount[],
  lookedAt: LookedAt,
  privacy: Privacy
): { readonly shares: Record<string, number>; readonly coverage: FieldCoverage } {
  const n = counts.reduce((sum, { people }) => sum + people, 0)
  const of = lookedAt.people
  if (n < privacy.minAudience) return { shares: {}, coverage: { of, redacted: true } }
  const named = withoutRareValues(counts, privacy.minCell)
  const shares = Object.fromEntries(named.map(({ value, people }) => [value, roundTo(people / n, 6)]))
  const unnamed = n - named.reduce((sum, { people }) => sum + people, 0)
  const coverage: FieldCoverage = { n, of, redacted: false }
  if (unnamed > 0) coverage.unnamed = roundTo(unnamed / n, 6)
  if (isSampled(lookedAt)) {
    coverage.interval = Object.fromEntries(
      named.map(({ value, people }) => [value, sampledInterval(people, n, lookedAt)])
    )
  }
  return { shares, coverage }
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
function withoutRareValues(counts: readonly ValueCount[], minCell: number): ValueCount[] {
  const named = counts
    .filter(({ people }) => people >= minCell)
    .sort((one, other) => other.people - one.people || (one.value < other.value ? -1 : 1))
  let unnamed = counts.reduce((sum, { people }) => sum + people, 0) - named.reduce((sum, { people }) => sum + people, 0)
  while (unnamed > 0 && unnamed < minCell) unnamed += named.pop()?.people ?? minCell
  return named
}
