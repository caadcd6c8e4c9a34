import path from 'node:path'
import { refreshCorpusFacts } from '../src/store/corpus-facts.ts'
import { openDatabase } from '../src/store/database.ts'
import { finishImport, openImport } from '../src/store/import-ledger.ts'
import { migrateWarehouse } from '../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../src/store/warehouse.ts'

const accountCount = 2_000_000

/**
 * Fills a new data folder with a follow graph whose popularity falls off as a power of the rank: the engine makes it from hashes of the
 * row number, so it is the same in every run. Some rows are there twice, as in real imports.
 */
export async function generateGraph(home: string, follows: number): Promise<void> {
  await using database = await openDatabase({ url: '', folder: home })
  await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
  await migrateWarehouse(warehouse)
  const run = await openImport(database, { key: null, name: 'generated', format: 'bench', now: Date.now() })
  await warehouse.command(
    `
    WITH
      (sipHash64(number, 1) % 1000000000) / 1e9 AS u,
      (sipHash64(number, 2) % 1000000000) / 1e9 AS v,
      toUInt64({accounts:UInt64} * pow(u, 1.5)) AS from_rank,
      toUInt64({accounts:UInt64} * pow(v, 3)) AS to_rank
    INSERT INTO follows
    SELECT
      concat('twitter:', toString(100000000 + sipHash64(from_rank, 3) % 9000000000)),
      concat('twitter:', toString(100000000 + sipHash64(to_rank, 3) % 9000000000)),
      1500000000000,
      {run:UInt32}
    FROM numbers({follows:UInt64})`,
    { accounts: accountCount, follows, run: run.id }
  )
  await warehouse.command('INSERT INTO followers SELECT followee, follower, observed_at, import_id FROM follows')
  await refreshCorpusFacts(warehouse, { importId: run.id, revision: 1 })
  await finishImport(database, run, { records: follows, rejects: 0, now: Date.now() })
}
