import type { Kysely } from 'kysely'
import type { Logger } from '../log.ts'
import { migrateDatabase } from './migrate-database.ts'
import { connectPostgres } from './postgres.ts'
import type { Schema } from './schema.ts'
import { openSqlite } from './sqlite.ts'

/** `work`: something was queued. `executions`: `<id> <state>` after each change of a row. */
export type Channel = 'work' | 'executions'

/** Accounts, executions, results and the import ledger: SQLite in a file, or PostgreSQL. */
export type Database = AsyncDisposable & {
  readonly db: Kysely<Schema>
  readonly dialect: 'sqlite' | 'postgres'
  /** Rises with every write; there only where nobody but this process writes. While it stays, what was read is still true. */
  readonly writes?: () => number
  /** Names of the migrations that opening it applied. */
  readonly migrated: readonly string[]
  /** Tells every listener, on PostgreSQL in other processes too. A hint only: it may get lost, so whoever listens also polls. */
  notify(channel: Channel, payload: string): Promise<void>
  /** An empty payload says that messages may have been missed. Resolves to what ends the listening. */
  listen(channel: Channel, listener: (payload: string) => void): Promise<() => void>
}

export type Connection = Omit<Database, 'migrated'> & {
  /** Runs the migrations so that two processes may start at once. */
  migrating<Result>(run: () => Promise<Result>): Promise<Result>
}

/**
 * Opens and migrates the database: SQLite as `demograph.db` in the folder when the url is empty, else PostgreSQL. Throws
 * ServiceError when it was migrated by a newer program.
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
