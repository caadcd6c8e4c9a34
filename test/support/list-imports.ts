import type { Database } from '../../src/store/database.ts'

/** The imports of the ledger, newest first: what there is to see of them. */
export async function listImports({ db }: Database) {
  return db
    .selectFrom('imports')
    .select(['id', 'name', 'format', 'state', 'records', 'rejects', 'error', 'revision'])
    .orderBy('id', 'desc')
    .execute()
}
