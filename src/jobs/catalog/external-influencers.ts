import { Type } from 'typebox'
import { accountInterests } from '../../analytics/analyses/account-interests.ts'
import { audienceCoverage } from '../../analytics/analyses/audience-coverage.ts'
import { evidenceOfBenchmark } from '../../analytics/analyses/evidence-of-benchmark.ts'
import {
  type ExternalInfluencer,
  externalInfluencers,
  kindsOfEvidence,
  leastSupport
} from '../../analytics/analyses/external-influencers.ts'
import type { Benchmark, EvidenceBase } from '../../analytics/benchmark.ts'
import { compareIds } from '../../analytics/compare-ids.ts'
import { rankByInterest } from '../../analytics/rank-by-interest.ts'
import { roundTo } from '../../analytics/round-to.ts'
import { audienceItems, showAccounts } from '../../analytics/show-accounts.ts'
import { InvalidRequest } from '../../errors.ts'
import { Count, Share } from '../../model/figures.ts'
import { isService, type ProfileId, serviceOf } from '../../model/ids.ts'
import { Audience, RankingOfRankings, rankingOf } from '../../model/ranking.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { type AudienceRequest, defineJob, type JobLookups } from '../define-job.ts'

// A shorter ranking still has its categories filled from so many.
const fewestCandidates = 300
const categoryLength = 20

const groups = ['corpus', 'service', 'execution'] as const

export default defineJob({
  name: 'ExternalInfluencers',
  summary: 'Accounts outside the audience that it follows or engages with far more than others do.',
  options: Type.Object({
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Length of the ranking.' })
    ),
    benchmark: Type.Optional(
      Type.Object(
        {
          group: Type.Optional(Type.Enum([...groups], { default: 'corpus' })),
          key: Type.Optional(
            Type.String({ maxLength: 64, description: 'The service, or the execution whose ids are it.' })
          )
        },
        {
          additionalProperties: false,
          default: { group: 'corpus' },
          description: 'Whom the audience is compared with; by default the whole corpus.'
        }
      )
    )
  }),
  result: Type.Object({
    audience: Audience,
    benchmark: Type.Object(
      {
        group: Type.Enum([...groups]),
        key: Type.Optional(Type.String()),
        people_following: Count,
        people_engaging: Count
      },
      { additionalProperties: false }
    ),
    externalInfluencerRanking: rankingOf({
      followers_in_audience: Count,
      followers_in_benchmark: Count,
      share_of_audience: Type.Optional(Share),
      share_of_benchmark: Type.Optional(Share),
      lift: Type.Optional(Type.Number({ minimum: 0 })),
      log_odds_z: Type.Optional(Type.Number()),
      engaged_in_audience: Count,
      engaged_in_benchmark: Count,
      mentions_in_audience: Count,
      shares_in_audience: Count,
      engagement_log_odds_z: Type.Optional(Type.Number())
    }),
    categoryInfluencerRankings: Type.Optional(RankingOfRankings)
  }),
  advisedIds: 50,
  firstEstimate: { baseMs: 200, perIdMs: 0.3 },

  check: readBenchmark,

  async run(request, context) {
    const { warehouse, progress } = context
    const ids = request.ids.toSorted(compareIds)
    const { group = 'corpus', key } = request.benchmark ?? {}
    const benchmark = await readBenchmark(request, context)
    // Against one network, only the members who are there can be compared.
    const isCompared = (id: ProfileId) => benchmark.kind !== 'service' || serviceOf(id) === benchmark.service
    const [{ known, missing, coverage, ...members }, showMember] = await Promise.all([
      audienceCoverage(warehouse, ids),
      showAccounts(warehouse, ids)
    ])
    const audienceBase = {
      following: members.following.filter(isCompared).length,
      engaging: members.engaging.filter(isCompared).length
    }
    progress(30)
    const benchmarkBase = await evidenceOfBenchmark(warehouse, benchmark, audienceBase)
    const question = {
      ids: ids.filter(isCompared),
      benchmark,
      audienceBase,
      benchmarkBase,
      limit: Math.max(request.limit ?? 100, fewestCandidates)
    }
    const found = await externalInfluencers(warehouse, question)
    progress(80)
    const ranked = found.items.slice(0, request.limit ?? 100)
    const candidates = found.items.map(({ id }) => id)
    const [categories, show] = await Promise.all([
      categoriesOf(warehouse, found.items),
      showAccounts(warehouse, candidates)
    ])
    const evidence = kindsOfEvidence(audienceBase, benchmarkBase)
    const rankedItems = (items: readonly ExternalInfluencer[]) =>
      items.map((item, index) => ({
        ...show(item.id),
        rank: index + 1,
        score: item.score,
        ...measures(item, audienceBase, benchmarkBase)
      }))
    return {
      body: {
        audience: audienceItems(known, showMember),
        benchmark: {
          group,
          ...(benchmark.kind === 'service' ? { key: benchmark.service } : key !== undefined && { key }),
          people_following: benchmarkBase.following,
          people_engaging: benchmarkBase.engaging
        },
        externalInfluencerRanking: {
          totalItems: found.compared,
          items: rankedItems(ranked)
        },
        categoryInfluencerRankings: {
          totalItems: categories.length,
          items: categories.map(({ interest, total, accounts }, index) => ({
            id: interest,
            displayName: interest,
            rank: index + 1,
            totalItems: total,
            items: rankedItems(accounts)
          }))
        }
      },
      metadata: {
        audience_size: known.length,
        missing,
        coverage,
        evidence,
        people_following: audienceBase.following,
        people_engaging: audienceBase.engaging,
        least_support: {
          followers_in_audience: leastSupport(audienceBase.following),
          engaged_in_audience: leastSupport(audienceBase.engaging)
        }
      }
    }
  }
})

/** The best candidates by what they are about: so many of each interest. */
async function categoriesOf(warehouse: Warehouse, found: readonly ExternalInfluencer[]) {
  const known = await accountInterests(
    warehouse,
    found.map(({ id }) => id)
  )
  return rankByInterest(found, known).map(({ interest, accounts }) => ({
    interest,
    total: accounts.length,
    accounts: accounts.slice(0, categoryLength)
  }))
}

type Question = AudienceRequest & {
  readonly benchmark?: { readonly group?: (typeof groups)[number]; readonly key?: string }
}

async function readBenchmark({ ids, benchmark }: Question, { idsOfExecution }: JobLookups): Promise<Benchmark> {
  const { group = 'corpus', key } = benchmark ?? {}
  if (group === 'corpus') return { kind: 'corpus' }
  if (group === 'service') {
    const [only, ...others] = key === undefined ? [...new Set(ids.map(serviceOf))] : [key]
    if (only !== undefined && others.length === 0 && isService(only)) return { kind: 'service', service: only }
    throw new InvalidRequest(
      'A benchmark of group "service" takes the name of a service as its key, such as "twitter".'
    )
  }
  const people = key === undefined ? undefined : await idsOfExecution(key)
  if (people === undefined) {
    throw new InvalidRequest(
      'A benchmark of group "execution" takes as its key the job hash of one of your executions: its ids are the benchmark.'
    )
  }
  const members = new Set(ids)
  return { kind: 'people', ids: people.filter(id => !members.has(id)) }
}

/** The figures behind a score; what cannot be computed is left out: shares of nobody, a lift over a share of 0. */
function measures(item: ExternalInfluencer, audience: EvidenceBase, benchmark: EvidenceBase) {
  const evidence = kindsOfEvidence(audience, benchmark)
  const shareOfAudience = audience.following > 0 ? item.followers_in_audience / audience.following : undefined
  const shareOfBenchmark = benchmark.following > 0 ? item.followers_in_benchmark / benchmark.following : undefined
  return {
    followers_in_audience: item.followers_in_audience,
    followers_in_benchmark: item.followers_in_benchmark,
    ...(shareOfAudience !== undefined && { share_of_audience: roundTo(Math.min(1, shareOfAudience), 6) }),
    ...(shareOfBenchmark !== undefined && { share_of_benchmark: roundTo(Math.min(1, shareOfBenchmark), 6) }),
    ...(shareOfAudience !== undefined && shareOfBenchmark && { lift: roundTo(shareOfAudience / shareOfBenchmark, 4) }),
    ...(evidence.includes('follows') && { log_odds_z: item.log_odds_z }),
    engaged_in_audience: item.engaged_in_audience,
    engaged_in_benchmark: item.engaged_in_benchmark,
    mentions_in_audience: item.mentions_in_audience,
    shares_in_audience: item.shares_in_audience,
    ...(evidence.includes('engagement') && { engagement_log_odds_z: item.engagement_log_odds_z })
  }
}
