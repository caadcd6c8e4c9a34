import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { audienceCoverage } from '../../analytics/analyses/audience-coverage.ts'
import { followerCounts } from '../../analytics/analyses/follower-counts.ts'
import { followerDemographics } from '../../analytics/analyses/follower-demographics.ts'
import { followerInterests } from '../../analytics/analyses/follower-interests.ts'
import { followerOverlap } from '../../analytics/analyses/follower-overlap.ts'
import { followerSentiment, followerSpam } from '../../analytics/analyses/follower-posting.ts'
import { drawFollowers } from '../../analytics/analyses/follower-sample.ts'
import { followerTerms } from '../../analytics/analyses/follower-terms.ts'
import { followerTraits, newestPostAt } from '../../analytics/analyses/follower-traits.ts'
import { compareIds } from '../../analytics/compare-ids.ts'
import { composeBreakdown } from '../../analytics/compose-breakdown.ts'
import type { LookedAt } from '../../analytics/name-values.ts'
import { rankOverlaps } from '../../analytics/rank-overlaps.ts'
import { showAccounts } from '../../analytics/show-accounts.ts'
import { toldPeople } from '../../analytics/told-people.ts'
import { confusionOf } from '../../enrichment/confusions.ts'
import { AccountBreakdown, Breakdown, Overlap } from '../../model/breakdown-result.ts'
import { defineJob } from '../define-job.ts'

// Any number does; this one never changes, so that the same question has the same sample.
const seed = 2017
// A share is then known to less than a percentage point either way, and all followers of most accounts are counted.
const usualSampleSize = 20_000
const usualLimit = 100
// Every pair among so many accounts is 1,225 lines.
const accountsCompared = 50

function byAccount<Row extends { readonly account: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, row => row.account)
}

/** Whose followers are looked at, the same text for the same people however they were asked for. */
function subjectOf(accounts: readonly string[], { people, population, isRandom }: LookedAt): string {
  const sample = people < population ? [people, isRandom ? 'random' : 'recent'] : []
  return createHash('sha256')
    .update(JSON.stringify([accounts, ...sample]))
    .digest('hex')
}

export default defineJob({
  name: 'FollowerBreakdown',
  summary: 'Who follows the given accounts: together and each, and how far their followers are the same people.',
  options: Type.Object({
    sample_size: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1_000_000,
        default: usualSampleSize,
        description: 'Followers looked at, of each account and of all together; fewer are counted without sampling.'
      })
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: usualLimit, description: 'Length of each ranking.' })
    ),
    pull_strategy: Type.Optional(
      Type.Enum(['random', 'recent'], {
        default: 'random',
        description: 'random: a repeatable sample; recent: the follows observed last.'
      })
    )
  }),
  result: Type.Object({ together: Breakdown, accounts: Type.Array(AccountBreakdown), overlap: Overlap }),
  advisedIds: 1,
  firstEstimate: { baseMs: 500, perIdMs: 5 },

  async run(request, { warehouse, privacy, progress, now }) {
    const ids = request.ids.toSorted(compareIds)
    const { sample_size: size = usualSampleSize, pull_strategy: pull = 'random', limit = usualLimit } = request
    const [{ known, missing, coverage }, counts, asOf] = await Promise.all([
      audienceCoverage(warehouse, ids),
      followerCounts(warehouse, ids),
      newestPostAt(warehouse, now)
    ])
    const sample = await drawFollowers(warehouse, { ids, size, pull, seed }, counts)
    progress(15)
    const [traits, demographics, sentiment, spam, interests] = await Promise.all([
      followerTraits(warehouse, sample, asOf).then(byAccount),
      followerDemographics(warehouse, sample).then(byAccount),
      followerSentiment(warehouse, sample).then(byAccount),
      followerSpam(warehouse, sample).then(byAccount),
      followerInterests(warehouse, sample).then(byAccount)
    ])
    progress(50)
    const lookedAtOf = (account: string) => {
      const population = counts.get(account) ?? 0
      return { population, people: Math.min(size, population), isRandom: pull === 'random' }
    }
    const followed = ids.filter(id => counts.has(id))
    const subjects = new Map(
      ['', ...followed].map(account => [account, subjectOf(account === '' ? followed : [account], lookedAtOf(account))])
    )
    const termRows = await followerTerms(warehouse, sample, { privacy, subjects, limit })
    const terms = byAccount(termRows)
    progress(80)
    const largest = known.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
    const pairs = await followerOverlap(warehouse, largest.slice(0, accountsCompared))
    progress(90)
    const mentioned = termRows.filter(term => term.field === 'top_mentions').map(term => term.value)
    const show = await showAccounts(warehouse, [...known, ...new Set(mentioned)])
    const confusions = {
      account_type: confusionOf('account-type'),
      gender: confusionOf('gender'),
      sentiment: confusionOf('sentiment')
    }
    const breakdownOf = (account: string) => {
      const counted = {
        lookedAt: lookedAtOf(account),
        traits: traits.get(account) ?? [],
        demographics: demographics.get(account) ?? [],
        sentiment: sentiment.get(account) ?? [],
        spam: spam.get(account)?.[0],
        interests: interests.get(account) ?? [],
        terms: terms.get(account) ?? []
      }
      const told = toldPeople(privacy, subjects.get(account) ?? '')
      return composeBreakdown(counted, { told, confusions, show, limit })
    }
    return {
      body: {
        together: breakdownOf(''),
        accounts: known.map(id => ({ ...show(id), ...breakdownOf(id) })),
        overlap: rankOverlaps(pairs, counts)
      },
      metadata: {
        audience_size: known.length,
        missing,
        coverage,
        sample_size: size,
        pull_strategy: pull,
        // SDK: `seed` of a result's metadata is an account; this is the number that the sample was drawn with.
        sample_seed: seed,
        ...(asOf > 0 && { activity_as_of: new Date(asOf).toISOString() }),
        overlap_accounts: Math.min(known.length, accountsCompared)
      }
    }
  }
})
