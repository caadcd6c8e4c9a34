import type { Confusion } from '../model/confusion.ts'
import type { FieldCoverage } from '../model/field-aggregation.ts'
import { correctShares } from './correct-shares.ts'
import { roundTo } from './round-to.ts'
import type { ToldPeople } from './told-people.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** People by value of one field. */
export type ValueCount = { readonly value: string; readonly people: number }

/** How many people were looked at, and of how many: all of them, a random sample, or a choice that is no random sample. */
export type LookedAt = { readonly people: number; readonly population: number; readonly isRandom: boolean }

/** The shares of a field by value, and what they rest on. */
export type NamedValues = { readonly shares: Record<string, number>; readonly coverage: FieldCoverage }

/**
 * What may be said of a field whose values exclude each other. With the `confusion` of the model that said the values, shares are
 * corrected by it.
 */
export function nameValues(
  field: string,
  counts: readonly ValueCount[],
  lookedAt: LookedAt,
  told: ToldPeople,
  confusion?: Confusion
): NamedValues {
  const n = counts.reduce((sum, { people }) => sum + people, 0)
  const named = counts.map(({ value, people }) => ({ value, people: told.withValue(field, value, people) }))
  return sharesOf(named, { of: told.withAny(field, n), lookedAt, mostLost: told.mostLost }, confusion)
}

type Whole = {
  /** People who may be told to have any value; 0 leaves the field empty. */
  readonly of: number
  readonly lookedAt: LookedAt
  /** How many more there may be, of any count, than are told of. */
  readonly mostLost: number
}

/** Shares of counts that may be told. */
export function sharesOf(
  counts: readonly ValueCount[],
  { of, lookedAt, mostLost }: Whole,
  confusion?: Confusion
): NamedValues {
  if (of === 0) return { shares: {}, coverage: { of: lookedAt.people, redacted: true } }
  const named = mostPeopleFirst(counts)
  const inNamed = named.reduce((sum, { people }) => sum + people, 0)
  // With jitter the whole may be rounded down further than its parts.
  const n = Math.max(of, Math.round(inNamed))
  const told = { n, lookedAt, mostLost }
  const shares = Object.fromEntries(named.map(({ value, people }) => [value, roundTo(people / n, 6)]))
  const coverage: FieldCoverage = { n, of: lookedAt.people, redacted: false }
  const unnamed = roundTo(1 - inNamed / n, 6)
  if (unnamed > 0) coverage.unnamed = unnamed
  const corrected = confusion && correctValues(named, told, confusion)
  if (corrected) {
    const interval = { ...sampledIntervals(named, told), ...corrected.intervals }
    return { shares: { ...shares, ...corrected.shares }, coverage: { ...coverage, interval, corrected: true } }
  }
  if (isSampled(lookedAt)) coverage.interval = sampledIntervals(named, told)
  return { shares, coverage }
}

/** Those that anything may be told of; equal told counts in the order of their values: what is left of the exact ones must not order them. */
export function mostPeopleFirst<Counted extends ValueCount>(counts: readonly Counted[]): Counted[] {
  return counts
    .filter(({ people }) => people > 0)
    .sort((one, other) => other.people - one.people || (one.value < other.value ? -1 : 1))
}

function sampledIntervals(named: readonly ValueCount[], told: ToldOf) {
  if (!isSampled(told.lookedAt)) return {}
  return Object.fromEntries(named.map(({ value, people }) => [value, sampledInterval(people, told)]))
}

/** The corrected shares, of all n, of the values that the confusion was measured on; the others are left as they were said. */
function correctValues(named: readonly ValueCount[], { n, lookedAt, mostLost }: ToldOf, confusion: Confusion) {
  const measured = named.filter(({ value }) => confusion.classes.includes(value))
  const people = measured.reduce((sum, count) => sum + count.people, 0)
  if (measured.length < 2 || people === 0) return undefined
  const counts = measured.map(count => count.people)
  const among = amongClasses(
    confusion,
    measured.map(({ value }) => value)
  )
  const lookedAtShare = isSampled(lookedAt) ? lookedAt.people / lookedAt.population : 1
  const { shares, intervals } = correctShares({ counts, lookedAt: lookedAtShare, mostLost }, among)
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

/** What shares are of: `n` people are told to have any value. */
type ToldOf = { readonly n: number; readonly lookedAt: LookedAt; readonly mostLost: number }

/** The 95 % interval of a share of the n people of a sample about whom something is known, whatever was lost of either count. */
export function sampledInterval(people: number, { n, lookedAt, mostLost }: ToldOf): [low: number, high: number] {
  // As many again are expected to be known among the others as among the sample.
  const known = (of: number) => (of * lookedAt.population) / lookedAt.people
  const [low] = wilsonInterval(people, n + mostLost, known(n + mostLost))
  const [, high] = wilsonInterval(Math.min(people + mostLost, n), n, known(n))
  return [roundTo(low, 6), roundTo(high, 6)]
}
