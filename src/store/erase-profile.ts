import Type from 'typebox'
import type { ProfileId } from '../model/ids.ts'
import { refreshActivity, refreshReach } from './account-facts.ts'
import { refreshTotals } from './corpus-facts.ts'
import { inChunks } from './in-chunks.ts'
import { requireDiskSpace } from './require-disk-space.ts'
import type { Warehouse } from './warehouse.ts'

/** How many of the corpus's records an erasure removed, or changed: others' posts lose their mention of the person. */
export type Erasure = {
  readonly profiles: number
  readonly follows: number
  readonly posts: number
  readonly mentions: number
  readonly interactions: number
}

/**
 * Removes a person from the corpus: profile, names, follows in both directions, posts, and what others' posts and engagements
 * say of them. The people whom this concerns are counted anew first, as if it were done: stopped anywhere, it can be repeated.
 */
export async function eraseProfile(warehouse: Warehouse, id: ProfileId): Promise<Erasure> {
  await requireDiskSpace(warehouse)
  const names = [id, ...(await handlesOf(warehouse, id))]
  const erasure = await countRecords(warehouse, id, names)
  const revision = await currentRevision(warehouse)
  for (const ids of inChunks(await whomItConcerns(warehouse, id, names), 10_000)) {
    const whose = {
      ids: 'SELECT arrayJoin({ids:Array(String)}) AS id',
      params: { ids, revision, except: names }
    }
    await refreshReach(warehouse, whose)
    await refreshActivity(warehouse, whose)
  }
  await removeRecords(warehouse, id, names)
  await removeMentions(warehouse, names)
  await refreshTotals(warehouse, revision)
  return erasure
}

// Facts of the same revision replace earlier ones too: the one written last is kept.
async function currentRevision(warehouse: Warehouse): Promise<number> {
  const [found] = await warehouse.rows(
    Type.Object({ revision: Type.Number() }),
    'SELECT max(version) AS revision FROM corpus_totals'
  )
  return found?.revision ?? 0
}

const Named = Type.Object({ name: Type.String() })

/** The handles (`twitter:@name`) that are this account's. */
export async function handlesOf(warehouse: Warehouse, id: ProfileId): Promise<string[]> {
  const found = await warehouse.rows(
    Named,
    'SELECT handle AS name FROM handles GROUP BY handle HAVING argMax(id, observed_at) = {id:String}',
    { id }
  )
  return found.map(row => row.name)
}

async function countRecords(warehouse: Warehouse, id: ProfileId, names: readonly string[]): Promise<Erasure> {
  const [counts] = await warehouse.rows(
    Type.Object({
      profiles: Type.Number(),
      follows: Type.Number(),
      posts: Type.Number(),
      mentions: Type.Number(),
      interactions: Type.Number()
    }),
    `SELECT
       (SELECT uniqExact(id) FROM profiles WHERE id = {id:String}) AS profiles,
       (SELECT uniqExact(followee) FROM follows WHERE follower = {id:String})
         + (SELECT uniqExactIf(follower, follower != followee) FROM followers WHERE followee = {id:String}) AS follows,
       (SELECT uniqExact(id) FROM posts WHERE author IN {names:Array(String)}) AS posts,
       (SELECT uniqExact(author, id) FROM posts
        WHERE author NOT IN {names:Array(String)} AND (hasAny(mentions, {names:Array(String)}) OR ref_author = {id:String})) AS mentions,
       (SELECT uniqExact(from_id, to_id, type, post_id) FROM interactions
        WHERE from_id IN {names:Array(String)} OR to_id IN {names:Array(String)}) AS interactions`,
    { id, names }
  )
  if (!counts) throw new Error('a count without a row')
  return counts
}

async function whomItConcerns(warehouse: Warehouse, id: ProfileId, names: readonly string[]): Promise<string[]> {
  const found = await warehouse.rows(
    Named,
    `SELECT DISTINCT name FROM (
       SELECT followee AS name FROM follows WHERE follower = {id:String}
       UNION ALL SELECT follower FROM followers WHERE followee = {id:String}
       UNION ALL SELECT to_id FROM interactions WHERE from_id IN {names:Array(String)}
       UNION ALL SELECT from_id FROM interactions WHERE to_id IN {names:Array(String)}
     )
     WHERE name NOT IN {names:Array(String)}`,
    { id, names }
  )
  return found.map(row => row.name)
}

/** Which rows go, table by table; `names` are the id and the person's handles. */
const removals = {
  profiles: 'id = {id:String}',
  enrichments: 'id = {id:String}',
  known_accounts: 'id = {id:String}',
  handles: 'id = {id:String}',
  follows: 'follower = {id:String} OR followee = {id:String}',
  followers: 'follower = {id:String} OR followee = {id:String}',
  posts: 'author IN {names:Array(String)}',
  post_tags: 'author IN {names:Array(String)}',
  interactions: 'from_id IN {names:Array(String)} OR to_id IN {names:Array(String)}',
  account_reach: 'id IN {names:Array(String)}',
  account_activity: 'id IN {names:Array(String)}'
} as const

async function removeRecords(warehouse: Warehouse, id: ProfileId, names: readonly string[]): Promise<void> {
  for (const [table, condition] of Object.entries(removals)) {
    // ALTER DELETE, not DELETE: it rewrites the parts, so the person is off the disk when it answers, not masked.
    await warehouse.command(
      `ALTER TABLE ${warehouse.everyPartOf(table)} DELETE WHERE ${condition} SETTINGS mutations_sync = 2`,
      { id, names }
    )
  }
}

async function removeMentions(warehouse: Warehouse, names: readonly string[]): Promise<void> {
  await warehouse.command(
    `ALTER TABLE ${warehouse.everyPartOf('posts')}
     UPDATE mentions = arrayFilter(name -> NOT has({names:Array(String)}, name), mentions),
       ref_author = if(ref_author IN {names:Array(String)}, '', ref_author)
     WHERE hasAny(mentions, {names:Array(String)}) OR ref_author IN {names:Array(String)}
     SETTINGS mutations_sync = 2`,
    { names }
  )
}
