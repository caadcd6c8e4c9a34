import type { Static } from 'typebox'
import type { Breakdown } from '../model/breakdown-result.ts'
import type { Confusion } from '../model/confusion.ts'
import type { FieldCoverage } from '../model/field-aggregation.ts'
import { demographicFields, type FollowerDemographic, placeFields } from './analyses/follower-demographics.ts'
import type { FollowerInterest } from './analyses/follower-interests.ts'
import type { FollowerSentiment, FollowerSpam } from './analyses/follower-posting.ts'
import { type FollowerTerm, termFields } from './analyses/follower-terms.ts'
import { type FollowerTrait, followerFields } from './analyses/follower-traits.ts'
import { nameSentiment } from './name-sentiment.ts'
import { isSampled, type LookedAt, nameValues, sampledInterval, withoutRareValues } from './name-values.ts'
import type { AudiencePrivacy as Privacy } from './privacy.ts'
import { roundTo } from './round-to.ts'
import type { ShowAccount } from './show-accounts.ts'

/** What was counted of the followers of one account, or of all. */
type CountedFollowers = {
  readonly lookedAt: LookedAt
  readonly traits: readonly FollowerTrait[]
  readonly demographics: readonly FollowerDemographic[]
  readonly sentiment: readonly FollowerSentiment[]
  readonly spam: FollowerSpam | undefined
  readonly interests: readonly FollowerInterest[]
  readonly terms: readonly FollowerTerm[]
}

/** How the models err that said the values of a field. */
type Confusions = {
  readonly account_type: Confusion
  readonly gender: Confusion
  readonly sentiment: Confusion
}

type How = {
  readonly privacy: Privacy
  readonly confusions: Confusions
  readonly show: ShowAccount
  /** Length of each ranking. */
  readonly limit: number
}

/** One breakdown from its counts. Below the limits of `privacy` fields are empty and say so; only audienceSize is always told. */
export function composeBreakdown(counted: CountedFollowers, how: How): Static<typeof Breakdown> {
  const { lookedAt } = counted
  const fields = fieldsOf(counted, how)
  const sentiment = nameSentiment(counted.sentiment, lookedAt, how.privacy, how.confusions.sentiment)
  const rankings = rankingsOf(counted, how)
  return {
    audienceSize: lookedAt.population,
    ...fields.shares,
    sentiment: sentiment.shares,
    ...inactiveShare(fields.shares.activity, fields.coverage.activity),
    ...spamShare(counted, how.privacy),
    ...rankings.rankings,
    _coverage: { ...fields.coverage, sentiment: sentiment.coverage, ...rankings.coverage }
  }
}

const shareFields = [...followerFields, ...demographicFields] as const
type ShareField = (typeof shareFields)[number]

function fieldsOf({ traits, demographics, lookedAt }: CountedFollowers, { privacy, confusions }: How) {
  const named = shareFields.map(field => {
    const counts = [...traits, ...demographics].filter(row => row.field === field)
    const confusion = field === 'account_type' || field === 'gender' ? confusions[field] : undefined
    return [field, nameValues(counts, lookedAt, privacy, confusion)] as const
  })
  return {
    shares: recordOf<ShareField, Record<string, number>>(named.map(([field, { shares }]) => [field, shares])),
    coverage: recordOf<ShareField, FieldCoverage>(named.map(([field, { coverage }]) => [field, coverage]))
  }
}

function recordOf<Field extends string, Value>(entries: readonly (readonly [Field, Value])[]): Record<Field, Value> {
  return Object.fromEntries(entries) as Record<Field, Value> // One entry for each field.
}

/** The share of those with a known post whose last one is over 90 days old; not told while that value goes unnamed. */
function inactiveShare(activity: Record<string, number>, coverage: FieldCoverage): { inactive?: number } {
  const share = activity['over 90 days']
  if (share !== undefined) return { inactive: share }
  return coverage.redacted || coverage.unnamed !== undefined ? {} : { inactive: 0 }
}

/** The share that looks like spam; not told of few people, nor where those on one side are few. */
function spamShare({ spam }: CountedFollowers, privacy: Privacy): { spam_like?: number } {
  if (!spam || spam.n < privacy.minAudience) return {}
  const isRare = (people: number) => people > 0 && people < privacy.minCell
  return isRare(spam.people) || isRare(spam.n - spam.people) ? {} : { spam_like: roundTo(spam.people / spam.n, 6) }
}

const rankingFields = [...termFields, 'top_interests', ...placeFields] as const
type RankingField = (typeof rankingFields)[number]
type Counted = { readonly value: string; readonly people: number; readonly values?: number }
type CountedField = { readonly counts: readonly Counted[]; readonly n: number }

function rankingsOf(counted: CountedFollowers, how: How) {
  const fields = rankingFields.map(field => [field, countsOf(field, counted)] as const)
  const { privacy } = how
  return {
    rankings: recordOf(
      fields.map(([field, counts]) => [field, rankingOf(field, counts, counted.lookedAt, how)] as const)
    ),
    coverage: recordOf<RankingField, FieldCoverage>(
      fields.map(([field, { n }]) => [field, rankingCoverage(n, counted.lookedAt, privacy)])
    )
  }
}

/** The values of one field and how many people have any. */
function countsOf(field: RankingField, counted: CountedFollowers): CountedField {
  if (field === 'top_interests') return { counts: counted.interests, n: counted.interests[0]?.n ?? 0 }
  if (isTermField(field)) {
    const n = counted.traits.find(trait => trait.field === 'posts')?.people ?? 0
    return { counts: counted.terms.filter(term => term.field === field), n }
  }
  const counts = counted.demographics.filter(row => row.field === field)
  return { counts, n: counts.reduce((sum, { people }) => sum + people, 0) }
}

function isTermField(field: string): field is (typeof termFields)[number] {
  return (termFields as readonly string[]).includes(field) // Widened, to be asked for any text.
}

function rankingOf(field: RankingField, { counts, n }: CountedField, lookedAt: LookedAt, how: How) {
  const { privacy, show, limit } = how
  const named = n < privacy.minAudience ? [] : namedOf(field, counts, privacy)
  const items = named.slice(0, limit).map(({ value, people }, index) => ({
    ...(field === 'top_mentions' ? show(value) : { id: value, displayName: value }),
    rank: index + 1,
    score: people,
    people,
    share: roundTo(people / n, 6),
    ...(isSampled(lookedAt) && { interval: sampledInterval(people, n, lookedAt) })
  }))
  // Terms are cut where they are counted, and say how many there were.
  return { totalItems: named[0]?.values ?? named.length, items }
}

/** A person has one place: what all others leave over would tell of a single rare one. Words and interests do not add up. */
function namedOf(field: RankingField, counts: readonly Counted[], { minCell }: Privacy): readonly Counted[] {
  const isPlace = (placeFields as readonly string[]).includes(field) // Widened, to be asked for any text.
  return isPlace ? withoutRareValues(counts, minCell) : counts.filter(({ people }) => people >= minCell)
}

function rankingCoverage(n: number, { people }: LookedAt, privacy: Privacy): FieldCoverage {
  return n < privacy.minAudience ? { of: people, redacted: true } : { n, of: people, redacted: false }
}
