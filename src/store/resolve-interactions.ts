import Type from 'typebox'
import { inChunks } from './in-chunks.ts'
import type { Warehouse } from './warehouse.ts'

/**
 * Interactions towards a handle (`service:@handle`) whose owner has become known go to the owner, as rows of the given import.
 * Written first and removed then: stopped in between, it can be repeated.
 */
export async function resolveInteractions(warehouse: Warehouse, importId: number): Promise<void> {
  const known = await warehouse.rows(
    Type.Object({ handle: Type.String() }),
    `SELECT DISTINCT handle
     FROM handles
     WHERE handle GLOBAL IN (SELECT DISTINCT to_id FROM interactions WHERE position(to_id, ':@') > 0)`
  )
  for (const handles of inChunks(
    known.map(row => row.handle),
    10_000
  )) {
    await warehouse.command(
      `INSERT INTO interactions (from_id, to_id, type, post_id, created_at, observed_at, import_id)
       SELECT from_id, owner, type, post_id, created_at, observed_at, {importId:UInt32}
       FROM interactions AS unresolved
       GLOBAL INNER JOIN (
         SELECT handle, argMax(id, observed_at) AS owner FROM handles WHERE handle IN {handles:Array(String)} GROUP BY handle
       ) AS owners ON owners.handle = unresolved.to_id
       WHERE to_id IN {handles:Array(String)} AND from_id != owner`,
      { importId, handles }
    )
    await warehouse.command(
      `DELETE FROM ${warehouse.everyPartOf('interactions')} WHERE to_id IN {handles:Array(String)}`,
      { handles }
    )
  }
}
