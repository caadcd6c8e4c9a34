import { sql } from 'kysely'
import type { Database } from './database.ts'

/** What SQLite's own check of the whole file finds wrong; empty when it is sound, and for PostgreSQL, which looks after itself. */
export async function damagesOf(database: Database): Promise<string[]> {
  if (database.dialect !== 'sqlite') return []
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(10)`.execute(database.db)
  return rows.map(row => row.quick_check).filter(line => line !== 'ok')
}
