import { Type } from 'typebox'
import type { ProfileId } from '../src/model/ids.ts'
import type { Warehouse } from '../src/store/warehouse.ts'

/** How large a made-up follow graph is; 2 M accounts and 50 M follows take about a minute and 1.6 GB of disk. */
export type FollowWorldSize = { readonly accounts: number; readonly follows: number }

/**
 * Fills an empty warehouse with a follow graph in which a few accounts have most of the followers (rank ∝ u⁴), and with the facts
 * that an import would have counted. Everything is a hash of its number: the same size is the same world.
 */
export async function makeFollowWorld(warehouse: Warehouse, size: FollowWorldSize): Promise<void> {
  await warehouse.command(
    `INSERT INTO follows (follower, followee, observed_at, import_id)
     SELECT follower, followee, 1, 1
     FROM (
       SELECT
         concat('twitter:', toString(1000000 + number % {accounts:UInt64})) AS follower,
         concat('twitter:', toString(1000000 + toUInt64(
           {accounts:UInt64} * pow((cityHash64(number, 1) % 1000000007) / 1000000007, 4)
         ))) AS followee
       FROM numbers({follows:UInt64})
     )
     WHERE follower != followee`,
    size
  )
  await warehouse.command('OPTIMIZE TABLE follows FINAL')
  await warehouse.command(
    `INSERT INTO followers (followee, follower, observed_at, import_id)
     SELECT followee, follower, observed_at, import_id FROM follows`
  )
  await warehouse.command('OPTIMIZE TABLE followers FINAL')
  const inOrder = 'SETTINGS optimize_aggregation_in_order = 1'
  await warehouse.command(
    `INSERT INTO account_reach (id, followers, engagers, version)
     SELECT followee, uniqExact(follower), 0, 1 FROM followers GROUP BY followee ${inOrder}`
  )
  await warehouse.command(
    `INSERT INTO account_activity (id, following, engagements, posts, last_post_at, version)
     SELECT follower, uniqExact(followee), 0, 0, -1, 1 FROM follows GROUP BY follower ${inOrder}`
  )
  await warehouse.command(
    `INSERT INTO corpus_totals (name, value, version)
     SELECT 'people_following', count(), 1 FROM account_activity WHERE following > 0`
  )
}

/** So many of its accounts, scattered over all ranks. */
export async function scatteredIds(warehouse: Warehouse, { accounts }: FollowWorldSize, count: number) {
  const rows = await warehouse.rows(
    Type.Object({ id: Type.String() }),
    `SELECT DISTINCT concat('twitter:', toString(1000000 + cityHash64(number, 7) % {accounts:UInt64})) AS id
     FROM numbers({count:UInt64})`,
    { accounts, count }
  )
  return rows.map(row => row.id as ProfileId) // Made from numbers just above.
}
