import Type from 'typebox'
import { DiskFull } from '../errors.ts'
import type { Warehouse } from './warehouse.ts'

// What ClickHouse itself wants free beside a copy of what it rewrites.
const margin = 1.2

/**
 * Throws DiskFull when the disk has no room for a second copy of the corpus: table after table is rewritten, and what was
 * rewritten stays beside it for eight minutes. A mutation that finds no room fails half-way, or waits for hours.
 */
export async function requireDiskSpace(warehouse: Warehouse): Promise<void> {
  const [found] = await warehouse.rows(
    Type.Object({ free: Type.Number(), needed: Type.Number() }),
    `SELECT
       (SELECT max(unreserved_space) FROM system.disks) AS free,
       (SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = {database:String}) AS needed`,
    { database: warehouse.database }
  )
  if (!found || found.free >= found.needed * margin) return
  const megabytes = Math.ceil((found.needed * margin) / 1e6)
  throw new DiskFull(
    `The warehouse's disk has no room to rewrite the corpus without this person: free ${megabytes} MB, then erase again.`
  )
}
