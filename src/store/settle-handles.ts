import Type from 'typebox'
import { serviceNames } from '../model/ids.ts'
import { columnsOf } from './corpus-columns.ts'
import type { Warehouse } from './warehouse.ts'

/**
 * What stands under a handle (`service:@handle`) whose owner has become known goes to the owner, as rows of the given import:
 * interactions by either end, and posts by their author. Whom a post mentions stays as it was written: accounts are shown by
 * their handles. Written first and removed then: stopped in between, it can be repeated.
 */
export async function settleHandles(warehouse: Warehouse, importId: number): Promise<void> {
  if (!(await isAnyOwned(warehouse))) return
  await warehouse.command(settleInteractions, { importId })
  await warehouse.command(settlePosts, { importId })
  for (const [table, postId, ends] of [
    ['interactions', 'post_id', ['from_id', 'to_id']],
    ['posts', 'id', ['author']]
  ] as const) {
    const { database } = warehouse
    // No GLOBAL in a mutation: each shard asks for all handles itself. Another process may have written since: what is removed
    // was written to its owner before, which is known by the post.
    const isSettled = ends.map(end => `${isHandle(end)} AND ${end} IN (SELECT handle FROM ${database}.handles)`)
    await warehouse.command(
      `DELETE FROM ${warehouse.everyPartOf(table)}
       WHERE (${isSettled.join(' OR ')}) AND cityHash64(${postId}) IN (
         SELECT cityHash64(${postId}) FROM ${database}.${table} WHERE import_id = {importId:UInt32}
       )`,
      { importId }
    )
  }
}

/** Whether a column holds `service:@handle`; prefixes, so that a table which is ordered by it is read there only. */
export function isHandle(column: string): string {
  return `(${serviceNames.map(service => `startsWith(${column}, '${service}:@')`).join(' OR ')})`
}

const owned = `handle GLOBAL IN (
  SELECT to_id FROM interactions WHERE ${isHandle('to_id')}
  UNION DISTINCT SELECT from_id FROM interactions WHERE ${isHandle('from_id')}
  UNION DISTINCT SELECT author FROM posts WHERE ${isHandle('author')}
)`

async function isAnyOwned(warehouse: Warehouse): Promise<boolean> {
  const Owned = Type.Object({ handle: Type.String() })
  return (await warehouse.rows(Owned, `SELECT handle FROM handles WHERE ${owned} LIMIT 1`)).length > 0
}

const owners = `(SELECT handle, argMax(id, observed_at) AS owner FROM handles WHERE ${owned} GROUP BY handle)`

// Otherwise a million posts are put together before they are written: 800 MB more.
const settings = `SETTINGS max_block_size = 8192,
  min_insert_block_size_rows = 65536, min_insert_block_size_bytes = 16777216`

// Who turns out to engage with themselves stays, and is counted by nobody.
const settleInteractions = `
  INSERT INTO interactions (${columnsOf.interactions.join(', ')})
  SELECT
    if(source.owner = '', was.from_id, source.owner), if(target.owner = '', was.to_id, target.owner),
    type, post_id, created_at, observed_at, {importId:UInt32}
  FROM (SELECT * FROM interactions WHERE ${isHandle('from_id')} OR ${isHandle('to_id')}) AS was
  GLOBAL LEFT JOIN ${owners} AS source ON source.handle = was.from_id
  GLOBAL LEFT JOIN ${owners} AS target ON target.handle = was.to_id
  WHERE source.owner != '' OR target.owner != ''
  ${settings}`

const postColumns = columnsOf.posts.map(column => {
  if (column === 'author') return 'owners.owner'
  return column === 'import_id' ? '{importId:UInt32}' : `was.${column}`
})

const settlePosts = `
  INSERT INTO posts (${columnsOf.posts.join(', ')})
  SELECT ${postColumns.join(', ')}
  FROM (SELECT * FROM posts WHERE ${isHandle('author')}) AS was
  GLOBAL INNER JOIN ${owners} AS owners ON owners.handle = was.author
  ${settings}`
