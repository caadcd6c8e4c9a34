import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler
} from 'kysely'
import { sqliteBusy, sqliteCode } from './sqlite-code.ts'
import { tellingFullDisk } from './telling-full-disk.ts'

/**
 * Kysely over node:sqlite. Kysely's own dialect asks a statement for `reader`, which node's has not: it would answer no rows and
 * no error. Kysely lends the one connection to one caller at a time, a transaction included. `onWrite` is told of every statement
 * that may have changed something.
 */
export function sqliteDialect(file: DatabaseSync, onWrite: () => void): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: db => new SqliteIntrospector(db),
    createDriver: () => driver(file, onWrite)
  }
}

function driver(file: DatabaseSync, onWrite: () => void): Driver {
  const connection = connect(file, onWrite)
  const run = async (sql: string) => void (await connection.executeQuery(CompiledQuery.raw(sql)))
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // Takes the write lock now: a transaction that reads first cannot always get it later.
    beginTransaction: () => run('BEGIN IMMEDIATE'),
    commitTransaction: () => run('COMMIT'),
    // SQLite has rolled back by itself when the disk was full.
    rollbackTransaction: async () => {
      if (file.isTransaction) await run('ROLLBACK')
    },
    releaseConnection: async () => {},
    destroy: async () => file.close()
  }
}

const maxCachedStatements = 200
const losableMark = '/* losable */ '

/** Marks a statement that need not be on the disk when it returns: see statement.ts. */
export function losable(sql: string): string {
  return losableMark + sql
}

function connect(file: DatabaseSync, onWrite: () => void): DatabaseConnection {
  const cache = new Map<string, Prepared>()
  function prepare(sql: string): Prepared {
    const cached = cache.get(sql)
    if (cached) return cached
    const statement = file.prepare(sql)
    // Asking for the columns takes longer than a small query: once is enough.
    const prepared = {
      statement,
      answersRows: statement.columns().length > 0,
      isRead: /^\s*select\b/i.test(sql),
      isLosable: sql.startsWith(losableMark)
    }
    if (cache.size >= maxCachedStatements) cache.delete(cache.keys().next().value ?? '')
    cache.set(sql, prepared)
    return prepared
  }
  return {
    executeQuery: <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> =>
      whenFree(() => {
        const prepared = prepare(sql)
        if (!prepared.isRead) onWrite()
        return tellingFullDisk(() =>
          prepared.isLosable
            ? withoutWaiting(file, () => execute<Row>(prepared, parameters))
            : execute<Row>(prepared, parameters)
        )
      }),
    // biome-ignore lint/correctness/useYield: streams are not used here, and a cached statement could not serve two.
    async *streamQuery() {
      throw new Error('The SQLite driver does not stream.')
    }
  }
}

type SqlValue = null | number | bigint | string | Uint8Array

type Prepared = {
  readonly statement: StatementSync
  readonly answersRows: boolean
  readonly isRead: boolean
  readonly isLosable: boolean
}

/** Runs a statement whose commit does not wait for the disk; within a transaction the setting would be refused, and is the commit's. */
function withoutWaiting<Result>(file: DatabaseSync, run: () => Result): Result {
  if (file.isTransaction) return run()
  file.exec('PRAGMA synchronous = NORMAL')
  try {
    return run()
  } finally {
    file.exec('PRAGMA synchronous = FULL')
  }
}

function execute<Row>({ statement, answersRows }: Prepared, parameters: readonly unknown[]): QueryResult<Row> {
  const values = parameters as SqlValue[] // What the columns of Schema can hold.
  if (answersRows) return { rows: statement.all(...values) as Row[] } // As typed by who wrote the SQL.
  const { changes, lastInsertRowid } = statement.run(...values)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

const busyMs = 10_000

/**
 * Runs what needs a lock as soon as another process lets go of it, for up to 10 s. SQLite's own busy_timeout would make the
 * whole process stand still.
 */
export async function whenFree<Result>(run: () => Result): Promise<Result> {
  const deadline = performance.now() + busyMs
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 20)) {
    try {
      return run()
    } catch (error) {
      if (sqliteCode(error) !== sqliteBusy || performance.now() > deadline) throw error
    }
    await sleep(waitMs)
  }
}
