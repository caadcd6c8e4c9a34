import { isHandle } from './settle-handles.ts'
import type { SqlParams, Warehouse } from './warehouse.ts'

/** Whose facts to count anew. */
type WhoseFacts = {
  /** A query that answers `id`s; everybody's when it is not given. */
  readonly ids?: string
  /** Names of somebody who counts no more: `{except:Array(String)}` among the params. */
  readonly params: SqlParams & { readonly revision: number; readonly except?: readonly string[] }
}

// In the order in which the rows lie, so that few accounts are in memory at once; what has to be put together beyond spills
// to disk. 20 million follows are counted so within 300 MB, where uniqExact over them took 2.4 GB. FINAL leaves out what
// stands twice: all of an account's rows lie on one shard.
const settings = `SETTINGS optimize_aggregation_in_order = 1, max_bytes_before_external_group_by = 150000000,
  max_bytes_ratio_before_external_group_by = 0, max_block_size = 16384`

/** How many distinct people follow each account, and engage with it; nobody counts for themselves. */
export async function refreshReach(warehouse: Warehouse, { ids, params }: WhoseFacts): Promise<void> {
  await warehouse.command(
    `INSERT INTO account_reach (id, followers, engagers, version)
     SELECT id, sum(followers), sum(engagers), {revision:UInt64}
     FROM (
       SELECT followee AS id, countIf(follower != followee ${unless('follower', params)}) AS followers, toUInt64(0) AS engagers
       FROM followers FINAL ${among('followee', ids)} GROUP BY followee
       UNION ALL
       SELECT to_id, 0, uniqExactIf(from_id, from_id != to_id ${unless('from_id', params)})
       FROM interactions ${among('to_id', ids)} GROUP BY to_id
       ${ids === undefined ? '' : `UNION ALL SELECT id, 0, 0 FROM (${ids})` /* Nobody is left: that must be said, too. */}
     )
     GROUP BY id
     ${settings}`,
    params
  )
}

/** What each account does: whom it follows, how often it engages with others, what it posts and in which language most. */
export async function refreshActivity(warehouse: Warehouse, { ids, params }: WhoseFacts): Promise<void> {
  await warehouse.command(
    `INSERT INTO account_activity (
       id, following, engagements, posts, last_post_at, language, device, os,
       positive_posts, negative_posts, neutral_posts, spam_posts, adult_posts, interests, version
     )
     SELECT id, sum(following), sum(engagements), sum(posts), max(last_post_at), max(language), max(device), max(os),
       sum(positive), sum(negative), sum(neutral), sum(spam), sum(adult), groupArrayArray(interests), {revision:UInt64}
     FROM (
       SELECT follower AS id, countIf(follower != followee ${unless('followee', params)}) AS following, toUInt64(0) AS engagements,
         toUInt64(0) AS posts, toInt64(-1) AS last_post_at, '' AS language, '' AS device, '' AS os, toUInt64(0) AS positive,
         toUInt64(0) AS negative, toUInt64(0) AS neutral, toUInt64(0) AS spam, toUInt64(0) AS adult, [] AS interests
       FROM follows FINAL ${among('follower', ids)} GROUP BY follower
       UNION ALL
       SELECT from_id, 0, countIf(from_id != to_id ${unless('to_id', params)}), 0, -1, '', '', '', 0, 0, 0, 0, 0, []
       FROM interactions FINAL ${among('from_id', ids)} GROUP BY from_id
       UNION ALL
       SELECT author, 0, 0, count(), max(created_at),
         ${mostFrequent('language')}, ${mostFrequent('device')}, ${mostFrequent('os')},
         countIf(sentiment = 'positive'), countIf(sentiment = 'negative'), countIf(sentiment = 'neutral'),
         countIf(spam > 0), countIf(adult > 0), ${recurring('interests')}
       FROM posts FINAL ${among('author', ids)} GROUP BY author
       ${ids === undefined ? '' : `UNION ALL SELECT id, 0, 0, 0, -1, '', '', '', 0, 0, 0, 0, 0, [] FROM (${ids})`}
     )
     GROUP BY id
     ${settings}`,
    params
  )
}

function among(column: string, ids: string | undefined): string {
  return ids === undefined ? '' : `WHERE ${column} GLOBAL IN (${ids})`
}

function unless(column: string, params: WhoseFacts['params']): string {
  return params.except === undefined ? '' : `AND ${column} NOT IN {except:Array(String)}`
}

// The most frequent value that is not '', the first in the alphabet among equals.
function mostFrequent(column: string): string {
  const counts = `sumMapIf([toString(${column})], [toUInt64(1)], ${column} != '')`
  return `${counts}.1[indexOf(${counts}.2, arrayMax(${counts}.2))]`
}

// What at least two posts are about: one may be by chance.
function recurring(column: string): string {
  const counts = `sumMap(arrayMap(one -> toString(one), ${column}), arrayMap(one -> toUInt64(1), ${column}))`
  return `arrayFilter((one, posts) -> posts >= 2, ${counts}.1, ${counts}.2)`
}

/** A handle whose owner is known reaches nobody and does nothing any more: the owner does. */
export async function retireSettledHandles(warehouse: Warehouse, revision: number): Promise<void> {
  await warehouse.command(
    `INSERT INTO account_reach (id, followers, engagers, version)
     SELECT id, 0, 0, {revision:UInt64}
     FROM account_reach FINAL
     WHERE engagers > 0 AND id GLOBAL IN (${ownedHandlesOf('account_reach')})`,
    { revision }
  )
  await warehouse.command(
    `INSERT INTO account_activity (id, following, engagements, posts, last_post_at, language, device, os, version)
     SELECT id, 0, 0, 0, -1, '', '', '', {revision:UInt64}
     FROM account_activity FINAL
     WHERE engagements + posts > 0 AND id GLOBAL IN (${ownedHandlesOf('account_activity')})`,
    { revision }
  )
}

function ownedHandlesOf(facts: string): string {
  return `SELECT handle FROM handles WHERE handle GLOBAL IN (SELECT id FROM ${facts} WHERE ${isHandle('id')})`
}
