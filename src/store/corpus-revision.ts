import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'

const key = 'corpus_revision'

/** Counts the finished imports: the same question at the same revision has the same answer. 0 for an empty corpus. */
export async function corpusRevision(database: Database): Promise<number> {
  const [row] = await statement<{ value: string }>(database, 'SELECT value FROM settings WHERE key = ?')([key])
  return Number(row?.value ?? 0)
}

/** For whatever changes what reports are computed from (an import, an erasure); answers the new revision. */
export async function raiseCorpusRevision(db: Kysely<Schema>): Promise<number> {
  return raiseCounter(db, key)
}

/** Adds 1 to a number kept in the settings, from 0; answers the new number. */
export async function raiseCounter(db: Kysely<Schema>, name: string): Promise<number> {
  const row = await db
    .insertInto('settings')
    .values({ key: name, value: '1' })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({ value: sql`CAST(CAST(settings.value AS bigint) + 1 AS text)` })
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return Number(row.value)
}
