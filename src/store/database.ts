import type { Logger } from '../log.ts'
import type { Connection } from './connection.ts'
import { migrateDatabase } from './migrate-database.ts'
import { connectPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Accounts, executions, results and the import ledger, brought to this version. */
export type Database = Omit<Connection, 'migrating'> & {
  /** Names of the migrations that opening it applied. */
  readonly migrated: readonly string[]
}

/**
 * Opens and migrates the database: SQLite as `demograph.db` in the folder when the url is empty, else PostgreSQL. Throws
 * Unavailable when it was migrated by a newer program.
 */
export async function openDatabase(options: { url: string; folder: string; log?: Logger }): Promise<Database> {
  const connection = options.url === '' ? openSqlite(options.folder) : await connectPostgres(options.url, options.log)
  try {
    const migrated = await connection.migrating(() => migrateDatabase(connection.db))
    return { ...connection, migrated }
  } catch (error) {
    await connection[Symbol.asyncDispose]()
    throw error
  }
}
