import Type from 'typebox'
import { Unavailable } from '../errors.ts'
import type { Warehouse } from './warehouse.ts'

// What ClickHouse itself wants free beside a copy of the part that it rewrites.
const margin = 1.2

/**
 * Throws Unavailable when the disk has no room to rewrite the largest part of the corpus. ClickHouse would not: a mutation
 * that finds no room waits for it, for hours if need be, and whoever waits for the mutation waits as long.
 */
export async function requireDiskSpace(warehouse: Warehouse): Promise<void> {
  const [found] = await warehouse.rows(
    Type.Object({ free: Type.Number(), needed: Type.Number() }),
    `SELECT
       (SELECT max(unreserved_space) FROM system.disks) AS free,
       (SELECT max(bytes_on_disk) FROM system.parts WHERE active AND database = {database:String}) AS needed`,
    { database: warehouse.database }
  )
  if (!found || found.free >= found.needed * margin) return
  const megabytes = Math.ceil((found.needed * margin) / 1e6)
  throw new Unavailable(
    `The warehouse's disk has no room to rewrite the corpus without this person: free ${megabytes} MB, then erase again.`
  )
}
