import type { Static, TSchema } from 'typebox'

/** Values bound to `{name:Type}` placeholders; never pasted into the SQL. */
export type SqlParams = Record<string, unknown>

/**
 * The corpus: chDB in this process, or a ClickHouse cluster; nobody outside this file can tell which.
 * SQL is ClickHouse's, safe on a cluster: `GLOBAL IN` and `GLOBAL JOIN` over every subquery.
 */
export type Warehouse = AsyncDisposable & {
  /** Runs a SELECT and checks each row against the schema. Throws Stopped when its tag was killed. */
  rows<Row extends TSchema>(row: Row, sql: string, params?: SqlParams): Promise<Static<Row>[]>
  /** Runs a statement that answers nothing (DDL, INSERT … SELECT, OPTIMIZE, DELETE). */
  command(sql: string, params?: SqlParams): Promise<void>
  /** Appends rows written in ClickHouse's TabSeparated or JSONEachRow format; resolves when they are durable. */
  insert(table: string, columns: readonly string[], format: 'TabSeparated' | 'JSONEachRow', body: Buffer): Promise<void>
  /** The same warehouse, whose queries carry the tag (an execution's id) and end with the signal. */
  tagged(tag: string, signal: AbortSignal): Warehouse
  /** Really stops all queries of a tag, in the engine, wherever they were started. */
  kill(tag: string): Promise<void>
  readonly kind: 'embedded' | 'server'
}
