import type { Static } from 'typebox'
import type { Breakdown } from '../model/breakdown-result.ts'
import type { FieldCoverage } from '../model/field-aggregation.ts'
import { type FollowerTerm, termFields } from './analyses/follower-terms.ts'
import { type FollowerTrait, followerFields } from './analyses/follower-traits.ts'
import { isSampled, type LookedAt, nameValues, sampledInterval } from './name-values.ts'
import type { Privacy } from './privacy.ts'
import { roundTo } from './round-to.ts'
import type { ShowAccount } from './show-accounts.ts'

/** What was counted of the followers of one account, or of all. */
type CountedFollowers = {
  readonly lookedAt: LookedAt
  readonly traits: readonly FollowerTrait[]
  readonly terms: readonly FollowerTerm[]
}

/** One breakdown from its counts. Below the limits of `privacy` fields are empty and say so; only audienceSize is always told. */
export function composeBreakdown(
  { lookedAt, traits, terms }: CountedFollowers,
  privacy: Privacy,
  show: ShowAccount
): Static<typeof Breakdown> {
  const fields = fieldsOf(traits, lookedAt, privacy)
  const withPosts = traits.find(trait => trait.field === 'posts')?.people ?? 0
  const rankings = rankingsOf(terms, withPosts, lookedAt, privacy, show)
  return {
    audienceSize: lookedAt.population,
    ...fields.shares,
    ...inactiveShare(fields.shares.activity, fields.coverage.activity),
    ...rankings,
    _coverage: {
      ...fields.coverage,
      ...Object.fromEntries(termFields.map(field => [field, termCoverage(withPosts, lookedAt, privacy)]))
    }
  }
}

type Field = (typeof followerFields)[number]

function fieldsOf(traits: readonly FollowerTrait[], lookedAt: LookedAt, privacy: Privacy) {
  const named = followerFields.map(field => {
    const counts = traits.filter(trait => trait.field === field)
    return [field, nameValues(counts, lookedAt, privacy)] as const
  })
  return {
    shares: recordOf(named.map(([field, { shares }]) => [field, shares] as const)),
    coverage: recordOf(named.map(([field, { coverage }]) => [field, coverage] as const))
  }
}

function recordOf<Value>(entries: readonly (readonly [Field, Value])[]): Record<Field, Value> {
  return Object.fromEntries(entries) as Record<Field, Value> // One entry for each of followerFields.
}

/** The share of those with a known post whose last one is over 90 days old; not told while that value goes unnamed. */
function inactiveShare(activity: Record<string, number>, coverage: FieldCoverage): { inactive?: number } {
  const share = activity['over 90 days']
  if (share !== undefined) return { inactive: share }
  return coverage.redacted || coverage.unnamed !== undefined ? {} : { inactive: 0 }
}

function rankingsOf(
  terms: readonly FollowerTerm[],
  n: number,
  lookedAt: LookedAt,
  privacy: Privacy,
  show: ShowAccount
) {
  const rankingOf = (field: (typeof termFields)[number]) => {
    const found = n < privacy.minAudience ? [] : terms.filter(term => term.field === field)
    const items = found.map(({ value, people }, index) => ({
      ...(field === 'top_mentions' ? show(value) : { id: value, displayName: value }),
      rank: index + 1,
      score: people,
      people,
      share: roundTo(people / n, 6),
      ...(isSampled(lookedAt) && { interval: sampledInterval(people, n, lookedAt) })
    }))
    return { totalItems: found[0]?.values ?? 0, items }
  }
  return {
    top_domains: rankingOf('top_domains'),
    top_hashtags: rankingOf('top_hashtags'),
    top_mentions: rankingOf('top_mentions')
  }
}

function termCoverage(n: number, { people }: LookedAt, privacy: Privacy): FieldCoverage {
  return n < privacy.minAudience ? { of: people, redacted: true } : { n, of: people, redacted: false }
}
