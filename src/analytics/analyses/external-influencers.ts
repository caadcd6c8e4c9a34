import { type Static, Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import type { Benchmark, EvidenceBase } from '../benchmark.ts'
import { logOddsSql } from '../log-odds.ts'

const Row = Type.Object({
  id: Type.String(),
  followers_in_audience: Type.Integer(),
  followers_in_benchmark: Type.Integer(),
  engaged_in_audience: Type.Integer(),
  engaged_in_benchmark: Type.Integer(),
  mentions_in_audience: Type.Integer(),
  shares_in_audience: Type.Integer(),
  log_odds_z: Type.Number(),
  engagement_log_odds_z: Type.Number(),
  score: Type.Number(),
  compared: Type.Integer()
})
export type ExternalInfluencer = Static<typeof Row>

type ExternalQuestion = {
  /** The accounts that are inside and hence no candidates. */
  readonly ids: readonly ProfileId[]
  readonly benchmark: Benchmark
  readonly audienceBase: EvidenceBase
  readonly benchmarkBase: EvidenceBase
  readonly limit: number
}

/**
 * The accounts outside an audience that it follows or engages with more than the benchmark does, best first; only scores above 0.
 * The score is Stouffer's combination of the log-odds z (log-odds.ts) of each kind of evidence, weighted by the root of the
 * number of members whom it rests on (Lipták): one member's known follows do not dilute what 500 say by engaging. `compared`
 * counts every account outside that enough members follow or engage with.
 */
export async function externalInfluencers(
  warehouse: Warehouse,
  { ids, benchmark, audienceBase, benchmarkBase, limit }: ExternalQuestion
): Promise<{ readonly compared: number; readonly items: ExternalInfluencer[] }> {
  const kinds = kindsOfEvidence(audienceBase, benchmarkBase)
  const rows = await warehouse.rows(Row, benchmark.kind === 'people' ? againstPeopleSql : againstReachSql, {
    ids,
    limit,
    follows_weight: kinds.includes('follows') ? Math.sqrt(audienceBase.following) : 0,
    engagement_weight: kinds.includes('engagement') ? Math.sqrt(audienceBase.engaging) : 0,
    prefix: benchmark.kind === 'service' ? `${benchmark.service}:` : '',
    min_followers: leastSupport(audienceBase.following),
    min_engaged: leastSupport(audienceBase.engaging),
    audience_following: audienceBase.following,
    audience_engaging: audienceBase.engaging,
    benchmark_following: benchmarkBase.following,
    benchmark_engaging: benchmarkBase.engaging,
    ...(benchmark.kind === 'people' && { people: benchmark.ids })
  })
  return { compared: rows[0]?.compared ?? 0, items: rows.filter(row => row.score > 0) }
}

/** The kinds of evidence that can be compared: both groups have people about whom it is known. */
export function kindsOfEvidence(audience: EvidenceBase, benchmark: EvidenceBase): ('follows' | 'engagement')[] {
  return [
    ...(audience.following > 0 && benchmark.following > 0 ? (['follows'] as const) : []),
    ...(audience.engaging > 0 && benchmark.engaging > 0 ? (['engagement'] as const) : [])
  ]
}

/**
 * How many members must follow (or engage with) an account before it is compared: 1 in 200, and two of ten or more. What one
 * member does says something about that member; against a rare account it would top every list.
 */
export function leastSupport(base: number): number {
  return Math.max(base < 10 ? 1 : 2, Math.ceil(base / 200))
}

// A row per account outside: distinct people, because a follow imported twice is two rows until a merge.
const seenSql = `
  SELECT
    id,
    max(followers_in_audience) AS followers_in_audience,
    max(engaged_in_audience) AS engaged_in_audience,
    max(mentions_in_audience) AS mentions_in_audience,
    max(shares_in_audience) AS shares_in_audience
  FROM (
    SELECT
      followee AS id,
      uniqExact(follower) AS followers_in_audience,
      0 AS engaged_in_audience, 0 AS mentions_in_audience, 0 AS shares_in_audience
    FROM follows
    WHERE follower IN {ids:Array(String)} AND followee NOT IN {ids:Array(String)} AND startsWith(followee, {prefix:String})
    GROUP BY followee
    UNION ALL
    SELECT
      to_id,
      0,
      uniqExact(from_id),
      uniqExactIf((from_id, type, post_id), type IN ('mention', 'reply')),
      uniqExactIf((from_id, type, post_id), type IN ('retweet', 'quote'))
    FROM interactions
    WHERE from_id IN {ids:Array(String)} AND to_id NOT IN {ids:Array(String)} AND startsWith(to_id, {prefix:String})
    GROUP BY to_id
  )
  GROUP BY id
  HAVING followers_in_audience >= {min_followers:UInt32} OR engaged_in_audience >= {min_engaged:UInt32}`

// account_reach is scanned once, with the few accounts seen as the hash table. A shard answers the accounts that it does not
// hold with version 0: grouping by id keeps the shard that knows.
const againstReachSql = rankedSql(`
  SELECT
    seen.id AS id,
    any(seen.followers_in_audience) AS followers_in_audience,
    any(seen.engaged_in_audience) AS engaged_in_audience,
    any(seen.mentions_in_audience) AS mentions_in_audience,
    any(seen.shares_in_audience) AS shares_in_audience,
    -- Members are taken out. Facts may lag behind rows while an import runs: never below 0.
    greatest(toInt64(argMax(reach.followers, reach.version)) - followers_in_audience, 0) AS followers_in_benchmark,
    greatest(toInt64(argMax(reach.engagers, reach.version)) - engaged_in_audience, 0) AS engaged_in_benchmark
  FROM account_reach AS reach
  GLOBAL RIGHT JOIN (${seenSql}) AS seen ON reach.id = seen.id
  GROUP BY seen.id`)

const againstPeopleSql = rankedSql(`
  SELECT
    id,
    max(followers_in_audience) AS followers_in_audience,
    max(engaged_in_audience) AS engaged_in_audience,
    max(mentions_in_audience) AS mentions_in_audience,
    max(shares_in_audience) AS shares_in_audience,
    max(followers_in_benchmark) AS followers_in_benchmark,
    max(engaged_in_benchmark) AS engaged_in_benchmark
  FROM (
    SELECT *, 0 AS followers_in_benchmark, 0 AS engaged_in_benchmark FROM (${seenSql})
    UNION ALL
    SELECT followee AS id, 0, 0, 0, 0, uniqExact(follower), 0
    FROM follows WHERE follower IN {people:Array(String)} GROUP BY followee
    UNION ALL
    SELECT to_id, 0, 0, 0, 0, 0, uniqExact(from_id)
    FROM interactions WHERE from_id IN {people:Array(String)} GROUP BY to_id
  )
  GROUP BY id
  HAVING followers_in_audience + engaged_in_audience > 0`)

/** Scores and ranks a query of counts. The score is rounded before it ranks, so that what reads as a tie is one. */
function rankedSql(countedSql: string): string {
  return `
  WITH ${logOddsSql},
    toFloat64(followers_in_benchmark) AS b_following,
    toFloat64(engaged_in_benchmark) AS b_engaging,
    toFloat64(followers_in_audience) AS a_following,
    toFloat64(engaged_in_audience) AS a_engaging,
    -- While an import runs, a group's size may lag behind its rows.
    log_odds(a_following, greatest({audience_following:Float64}, a_following),
             b_following, greatest({benchmark_following:Float64}, b_following)) AS follow_z,
    log_odds(a_engaging, greatest({audience_engaging:Float64}, a_engaging),
             b_engaging, greatest({benchmark_engaging:Float64}, b_engaging)) AS engage_z,
    {follows_weight:Float64} AS follows_weight,
    {engagement_weight:Float64} AS engagement_weight
  SELECT
    id, followers_in_audience, followers_in_benchmark, engaged_in_audience, engaged_in_benchmark,
    mentions_in_audience, shares_in_audience,
    round(follow_z, 4) AS log_odds_z,
    round(engage_z, 4) AS engagement_log_odds_z,
    round((follows_weight * follow_z + engagement_weight * engage_z)
          / sqrt(greatest(pow(follows_weight, 2) + pow(engagement_weight, 2), 1)), 4) AS score,
    count() OVER () AS compared
  FROM (${countedSql})
  ORDER BY score DESC, followers_in_audience DESC, toUInt64OrZero(substring(id, position(id, ':') + 1)), id
  LIMIT {limit:UInt32}`
}
