import Type from 'typebox'
import { refreshActivity, refreshReach, retireSettledHandles } from './account-facts.ts'
import { keepPartsFew } from './keep-parts-few.ts'
import { settleHandles } from './settle-handles.ts'
import type { Warehouse } from './warehouse.ts'

type FactsRefresh = {
  /** The import whose rows are new. */
  readonly importId: number
  /** The facts of a larger revision replace those of a smaller one. */
  readonly revision: number
  /** Up to so many rows an import's accounts are looked up one by one; beyond, all accounts are counted in one pass. */
  readonly smallImportRows?: number
}

const importedTables = [
  'profiles',
  'enrichments',
  'known_accounts',
  'handles',
  'follows',
  'followers',
  'posts',
  'interactions'
]

/**
 * Brings the facts that every report needs up to date with what an import brought: how many an account reaches, how much it
 * does, how large the corpus is. All is counted anew from the rows themselves, exactly, so it may be repeated at any time.
 */
export async function refreshCorpusFacts(warehouse: Warehouse, refresh: FactsRefresh): Promise<void> {
  const { importId, revision, smallImportRows = 500_000 } = refresh
  await settleHandles(warehouse, importId)
  await keepPartsFew(warehouse, importedTables)
  const params = { importId, revision }
  // A set of 500,000 ids takes some 50 MB; beyond, one ordered pass over everybody is cheaper than looking each up.
  const few = (await rowsOf(warehouse, importId)) <= smallImportRows
  await refreshReach(
    warehouse,
    few ? { ids: `${of('followers', 'followee')} UNION DISTINCT ${of('interactions', 'to_id')}`, params } : { params }
  )
  await retireSettledHandles(warehouse, revision)
  const active = `${of('follows', 'follower')} UNION DISTINCT ${of('interactions', 'from_id')} UNION DISTINCT ${of('posts', 'author')}`
  await refreshActivity(warehouse, few ? { ids: active, params } : { params })
  await keepPartsFew(warehouse, ['account_reach', 'account_activity'])
  await refreshTotals(warehouse, revision)
  // The engine keeps what it has freed for its next query; a server that now waits for questions need not.
  if (warehouse.kind === 'embedded') await warehouse.command('SYSTEM JEMALLOC PURGE')
}

function of(table: string, column: string): string {
  return `SELECT DISTINCT ${column} AS id FROM ${table} WHERE import_id = {importId:UInt32}`
}

async function rowsOf(warehouse: Warehouse, importId: number): Promise<number> {
  const [found] = await warehouse.rows(
    Type.Object({ size: Type.Number() }),
    `SELECT sum(added) AS size FROM (
       SELECT count() AS added FROM followers WHERE import_id = {importId:UInt32}
       UNION ALL SELECT count() FROM interactions WHERE import_id = {importId:UInt32}
       UNION ALL SELECT count() FROM posts WHERE import_id = {importId:UInt32}
     )`,
    { importId }
  )
  return found?.size ?? 0
}

/** How large the corpus is, from the accounts' facts. */
export async function refreshTotals(warehouse: Warehouse, revision: number): Promise<void> {
  await warehouse.command(
    `INSERT INTO corpus_totals (name, value, version)
     SELECT total.1, total.2, {revision:UInt64}
     FROM (
       SELECT arrayJoin([
         ('people_following', countIf(following > 0)),
         ('people_engaging', countIf(engagements > 0)),
         ('follows', sum(following)),
         ('interactions', sum(engagements)),
         ('posts', sum(posts)),
         ('profiles', (SELECT uniqExact(id) FROM profiles))
       ]) AS total
       FROM account_activity FINAL
     )`,
    { revision }
  )
}
