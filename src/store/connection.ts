import type { Kysely } from 'kysely'
import type { Transact } from './commit-together.ts'
import type { Schema } from './schema.ts'

/** `work`: something was queued. `executions`: `<id> <state>` after each change of a row. */
type Channel = 'work' | 'executions'

/** An open database, not migrated yet: SQLite in a file, or PostgreSQL. */
export type Connection = AsyncDisposable & {
  readonly db: Kysely<Schema>
  readonly dialect: 'sqlite' | 'postgres'
  readonly transact: Transact
  /**
   * Rises with every write of this process; there only where no other process writes executions (SQLite: the data folder is
   * locked). While it stays, what was read of them is still true.
   */
  readonly writes?: () => number
  /** Tells every listener, on PostgreSQL in other processes too. A hint only: it may get lost, so whoever listens also polls. */
  notify(channel: Channel, payload: string): Promise<void>
  /** An empty payload says that messages may have been missed. Resolves to what ends the listening. */
  listen(channel: Channel, listener: (payload: string) => void): Promise<() => void>
  /** Runs the migrations so that two processes may start at once. */
  migrating<Result>(run: () => Promise<Result>): Promise<Result>
}
