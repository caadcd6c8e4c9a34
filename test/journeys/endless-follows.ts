import Type from 'typebox'
import type { Warehouse } from '../../src/store/warehouse.ts'

/** Puts a view in the place of the follows that sleeps more than it reads: every report that reads them becomes a long one. */
export async function makeFollowsEndless(warehouse: Warehouse): Promise<void> {
  await warehouse.command('RENAME TABLE follows TO short_follows')
  await warehouse.command(
    `CREATE VIEW follows AS
     -- No constants: the engine would see that they match nobody, and read nothing.
     SELECT
       concat('twitter:', toString(number)) AS follower, concat('twitter:', toString(number * 7)) AS followee,
       1 AS observed_at, 1 AS import_id
     FROM numbers(1000000000000)
     WHERE NOT ignore(sleepEachRow(0.000002))`
  )
}

export async function makeFollowsShort(warehouse: Warehouse): Promise<void> {
  await warehouse.command('DROP VIEW follows')
  await warehouse.command('RENAME TABLE short_follows TO follows')
}

/** How many of an execution's queries the engine is computing. */
export async function countQueries(warehouse: Warehouse, execution: string): Promise<number> {
  const [found] = await warehouse.rows(
    Type.Object({ count: Type.Number() }),
    `SELECT count() AS count FROM system.processes WHERE Settings['log_comment'] = {execution:String}`,
    { execution }
  )
  return found?.count ?? 0
}
