import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { commitTogether } from './commit-together.ts'
import type { Connection } from './connection.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect, whenFree } from './sqlite-dialect.ts'
import { tellingFullDisk } from './telling-full-disk.ts'

/** SQLite in the folder: every commit is on the disk when it returns. Listeners are those of this process. */
export function openSqlite(folder: string): Connection {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(path.join(folder, 'demograph.db'), { timeout: 1_000 })
  tellingFullDisk(() => file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON'))
  // A commit touches several indexes: with the default of 1,000 pages every hundredth one would wait for a checkpoint.
  file.exec('PRAGMA wal_autocheckpoint = 4000')
  // From here on a lock is waited for without standing still (whenFree).
  file.exec('PRAGMA busy_timeout = 0')
  let writes = 0
  const db = new Kysely<Schema>({ dialect: sqliteDialect(file, () => writes++) })
  const channels = new EventEmitter().setMaxListeners(0)
  return {
    db,
    dialect: 'sqlite',
    transact: commitTogether(db),
    writes: () => writes,
    async notify(channel, payload) {
      channels.emit(channel, payload)
    },
    async listen(channel, listener) {
      channels.on(channel, listener)
      return () => channels.off(channel, listener)
    },
    migrating: run => inOneTransaction(file, run),
    async [Symbol.asyncDispose]() {
      channels.removeAllListeners()
      await db.destroy()
      if (file.isOpen) file.close()
    }
  }
}

// SQLite's migrations run without a transaction of Kysely's; this one also keeps a second process waiting.
async function inOneTransaction<Result>(file: DatabaseSync, run: () => Promise<Result>): Promise<Result> {
  await whenFree(() => tellingFullDisk(() => file.exec('BEGIN IMMEDIATE')))
  try {
    const result = await run()
    tellingFullDisk(() => file.exec('COMMIT'))
    return result
  } catch (error) {
    if (file.isTransaction) file.exec('ROLLBACK')
    throw error
  }
}
