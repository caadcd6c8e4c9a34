import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { losable } from './sqlite-dialect.ts'

/** A value bound to a `?`. */
export type Bound = string | number | null | Uint8Array

/** A statement ready to run, in a transaction when one is given; answers its rows. */
export type Statement<Row> = (values: readonly Bound[], within?: Kysely<Schema>) => Promise<Row[]>

/**
 * Hand-written SQL for what runs on every request or job, where building the statement would cost more than running it. Each
 * `?` is a bound value, on both engines; the SQL itself must not contain one. Rows are as the SQL says: the caller names them.
 */
export function statement<Row>(database: Database, text: string): Statement<Row> {
  let count = 0
  const sql = database.dialect === 'postgres' ? text.replaceAll('?', () => `$${++count}`) : text
  return async (values, within = database.db) =>
    (await within.executeQuery<Row>(CompiledQuery.raw(sql, [...values]))).rows
}

/**
 * The same for a change that a failure of the machine may undo: who does work, and how far it is. SQLite does not wait for the
 * disk then; the next commit that does brings it along, and the end of the process alone loses nothing.
 */
export function losableStatement<Row>(database: Database, text: string): Statement<Row> {
  return statement<Row>(database, database.dialect === 'sqlite' ? losable(text) : text)
}
