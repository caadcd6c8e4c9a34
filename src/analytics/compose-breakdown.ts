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
import { isSampled, type LookedAt, mostPeopleFirst, nameValues, sampledInterval } from './name-values.ts'
import { roundTo } from './round-to.ts'
import type { ShowAccount } from './show-accounts.ts'
import type { ToldPeople } from './told-people.ts'

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
  readonly told: ToldPeople
  readonly confusions: Confusions
  readonly show: ShowAccount
  /** Length of each ranking. */
  readonly limit: number
}

/**
 * One breakdown from its counts. Everything but audienceSize is made of what may be told of them (told-people.ts): shares, intervals
 * and the order of rankings, too, so that none of them gives away what the counts do not.
 */
export function composeBreakdown(counted: CountedFollowers, how: How): Static<typeof Breakdown> {
  const { lookedAt } = counted
  const fields = fieldsOf(counted, how)
  const sentiment = nameSentiment(counted.sentiment, lookedAt, how.told, how.confusions.sentiment)
  const rankings = rankingsOf(counted, how)
  return {
    audienceSize: lookedAt.population,
    ...fields.shares,
    sentiment: sentiment.shares,
    ...inactiveShare(fields.shares.activity, fields.coverage.activity, how.told),
    ...spamShare(counted, how.told),
    ...rankings.rankings,
    _coverage: { ...fields.coverage, sentiment: sentiment.coverage, ...rankings.coverage }
  }
}

const shareFields = [...followerFields, ...demographicFields] as const
type ShareField = (typeof shareFields)[number]

function fieldsOf({ traits, demographics, lookedAt }: CountedFollowers, { told, confusions }: How) {
  const named = shareFields.map(field => {
    const counts = [...traits, ...demographics].filter(row => row.field === field)
    const confusion = field === 'account_type' || field === 'gender' ? confusions[field] : undefined
    return [field, nameValues(field, counts, lookedAt, told, confusion)] as const
  })
  return {
    shares: recordOf<ShareField, Record<string, number>>(named.map(([field, { shares }]) => [field, shares])),
    coverage: recordOf<ShareField, FieldCoverage>(named.map(([field, { coverage }]) => [field, coverage]))
  }
}

function recordOf<Field extends string, Value>(entries: readonly (readonly [Field, Value])[]): Record<Field, Value> {
  return Object.fromEntries(entries) as Record<Field, Value> // One entry for each field.
}

/** The share of those with a known post whose last one is over 90 days old; not told where 0 may mean a few. */
function inactiveShare(activity: Record<string, number>, coverage: FieldCoverage, told: ToldPeople) {
  const share = activity['over 90 days']
  if (share !== undefined) return { inactive: share }
  return coverage.redacted || !told.isZeroNobody ? {} : { inactive: 0 }
}

/** The share that looks like spam; not told where 0 may mean a few. */
function spamShare({ spam }: CountedFollowers, told: ToldPeople): { spam_like?: number } {
  const n = told.withAny('spam_like', spam?.n ?? 0)
  const people = told.withValue('spam_like', 'spam', spam?.people ?? 0)
  if (n === 0 || (people === 0 && !told.isZeroNobody)) return {}
  return { spam_like: roundTo(people / Math.max(n, people), 6) }
}

const rankingFields = [...termFields, 'top_interests', ...placeFields] as const
type RankingField = (typeof rankingFields)[number]
/** `values`: how many there are, where only the first were fetched. */
type Told = { readonly value: string; readonly people: number; readonly values?: number }
/** What may be told: of each value, and of how many people any is known. */
type ToldField = { readonly counts: readonly Told[]; readonly n: number }

function rankingsOf(counted: CountedFollowers, how: How) {
  const fields = rankingFields.map(field => [field, toldField(field, counted, how.told)] as const)
  const { lookedAt } = counted
  return {
    rankings: recordOf(fields.map(([field, told]) => [field, rankingOf(field, told, lookedAt, how)] as const)),
    coverage: recordOf<RankingField, FieldCoverage>(
      fields.map(([field, { n }]) => [
        field,
        n === 0 ? { of: lookedAt.people, redacted: true } : { n, of: lookedAt.people, redacted: false }
      ])
    )
  }
}

function toldField(field: RankingField, counted: CountedFollowers, told: ToldPeople): ToldField {
  const { counts, n } = isTermField(field) ? toldTerms(field, counted, told) : toldValues(field, counted, told)
  const named = n === 0 ? [] : mostPeopleFirst(counts)
  // With jitter the whole may be rounded down further than a part.
  return { counts: named, n: Math.max(n, named[0]?.people ?? 0) }
}

/** What may be told of a term was settled where terms are counted. All three fields are of the same people. */
function toldTerms(field: RankingField, { terms, traits }: CountedFollowers, told: ToldPeople): ToldField {
  const withPosts = traits.find(trait => trait.field === 'posts')?.people ?? 0
  return { counts: terms.filter(term => term.field === field), n: told.withAny('posts', withPosts) }
}

function toldValues(field: RankingField, { interests, demographics }: CountedFollowers, told: ToldPeople): ToldField {
  const exact = field === 'top_interests' ? interests : demographics.filter(row => row.field === field)
  // People have several interests, but one place.
  const n = field === 'top_interests' ? (interests[0]?.n ?? 0) : exact.reduce((sum, { people }) => sum + people, 0)
  const counts = exact.map(({ value, people }) => ({ value, people: told.withValue(field, value, people) }))
  return { counts, n: told.withAny(field, n) }
}

function isTermField(field: string): field is (typeof termFields)[number] {
  return (termFields as readonly string[]).includes(field) // Widened, to be asked for any text.
}

function rankingOf(field: RankingField, { counts, n }: ToldField, lookedAt: LookedAt, { show, limit, told }: How) {
  const whole = { n, lookedAt, mostLost: told.mostLost }
  const items = counts.slice(0, limit).map(({ value, people }, index) => ({
    ...(field === 'top_mentions' ? show(value) : { id: value, displayName: value }),
    rank: index + 1,
    score: people,
    people,
    share: roundTo(people / n, 6),
    ...(isSampled(lookedAt) && { interval: sampledInterval(people, whole) })
  }))
  // Terms are cut where they are counted, and say how many there were.
  return { totalItems: counts[0]?.values ?? counts.length, items }
}
