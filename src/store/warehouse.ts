import { setTimeout as delay } from 'node:timers/promises'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import Type, { type Static, type TSchema } from 'typebox'
import { DiskFull, Stopped } from '../errors.ts'
import { parse } from '../parse.ts'
import { tellingAway } from './telling-away.ts'
import { runCommand, sendBody } from './warehouse-command.ts'
import type { EmbeddedOptions } from './warehouse-embedded.ts'
import type { WarehouseEngine } from './warehouse-engine.ts'
import { openServer, type ServerOptions } from './warehouse-server.ts'

/** Values bound to `{name:Type}` placeholders; never pasted into the SQL. */
export type SqlParams = Record<string, unknown>

/**
 * The corpus: chDB in this process, or a ClickHouse cluster; nobody outside store/warehouse*.ts can tell which.
 * SQL is ClickHouse's, safe on a cluster: `GLOBAL IN` and `GLOBAL JOIN` over every subquery.
 */
export type Warehouse = AsyncDisposable & {
  /** Runs a SELECT and checks each row against the schema. As the others throws Stopped when its tag was killed, Unavailable, and DiskFull. */
  rows<Row extends TSchema>(row: Row, sql: string, params?: SqlParams): Promise<Static<Row>[]>
  /** Runs a statement that answers nothing (DDL, INSERT … SELECT, OPTIMIZE, DELETE). */
  command(sql: string, params?: SqlParams): Promise<void>
  /** Appends rows written in ClickHouse's TabSeparated or JSONEachRow format; resolves when they are durable. */
  insert(table: string, columns: readonly string[], format: 'TabSeparated' | 'JSONEachRow', body: Buffer): Promise<void>
  /** The same warehouse, whose queries carry the tag (an execution's id) and end with the signal. */
  tagged(tag: string, signal: AbortSignal): Warehouse
  /** Really stops all queries of a tag, in the engine, wherever they were started. */
  kill(tag: string): Promise<void>
  /** A table's name in OPTIMIZE, DELETE and ALTER: on a cluster these go to every shard's own part of it. */
  everyPartOf(table: string): string
  readonly kind: 'embedded' | 'server'
  /** '' = no cluster. */
  readonly cluster: string
  readonly database: string
}

/** Opens the corpus: a folder (chDB), or a server. Throws Conflict when another process has the folder open, Unavailable without an answer. */
export async function openWarehouse(options: EmbeddedOptions | ServerOptions): Promise<Warehouse> {
  return warehouseOver('path' in options ? await openInProcess(options) : await openServer(options))
}

/** Loads the engine, half a gigabyte of library, only where it is needed: commands that ask a server start without it. */
async function openInProcess(options: EmbeddedOptions): Promise<WarehouseEngine> {
  const { openEmbedded } = await import('./warehouse-embedded.ts')
  return await openEmbedded(options)
}

// How soon a stop looks again for a query that had not started when it looked first.
const killAgainMs = 100
// How long closing waits for stopped queries to be gone.
const longestEndMs = 5_000

/** `ending`: queries that were stopped and may still run. */
function warehouseOver(
  engine: WarehouseEngine,
  ending = new Set<Promise<void>>(),
  tag = '',
  signal?: AbortSignal
): Warehouse {
  const settings: ClickHouseSettings = { log_comment: tag }

  async function statement<Answer>(work: (client: ClickHouseClient) => Promise<Answer>): Promise<Answer> {
    const answer = engine.borrow(tag, client => {
      // It may have been stopped while it waited for its turn.
      if (signal?.aborted) throw new Stopped('The work was stopped.')
      return work(client)
    })
    if (!signal) return answer
    return await endWith(signal, answer, ending, () => kill(engine, tag))
  }

  return {
    kind: engine.kind,
    cluster: engine.cluster,
    database: engine.database,
    rows: (row, sql, params = {}) =>
      translated(async () => {
        requireValues(sql, params)
        const found = await statement(async client => {
          const result = await client.query({
            query: sql,
            query_params: params,
            format: 'JSONEachRow',
            clickhouse_settings: settings
          })
          return await result.json<unknown>()
        })
        return parse(Type.Array(row), found)
      }),
    command: (sql, params = {}) =>
      translated(async () => {
        requireValues(sql, params)
        await statement(client => runCommand(client, engine.kind, sql, params, settings))
      }),
    insert: (table, columns, format, body) =>
      translated(async () => {
        if (body.length === 0) return
        const query = `INSERT INTO ${table} (${columns.join(', ')}) FORMAT ${format}`
        await statement(client => sendBody(client, query, body, settings))
      }),
    tagged: (newTag, newSignal) => warehouseOver(engine, ending, newTag, newSignal),
    kill: newTag => kill(engine, newTag),
    everyPartOf: table => (engine.cluster === '' ? table : `${table}_local ON CLUSTER ${engine.cluster}`),
    async [Symbol.asyncDispose]() {
      await allEnded(ending)
      await engine.close()
    }
  }
}

/** The embedded engine keeps what a session has bound: a statement that forgets a value must not find an earlier one's. */
function requireValues(sql: string, params: SqlParams): void {
  for (const [, name = ''] of sql.matchAll(/\{(\w+):\s*[A-Z]\w*/g)) {
    if (!Object.hasOwn(params, name)) throw new TypeError(`no value is bound to {${name}}`)
  }
}

// Not SYNC: that waits in chDB for ever.
async function kill(engine: WarehouseEngine, tag: string): Promise<void> {
  const everywhere = engine.cluster !== '' ? `ON CLUSTER ${engine.cluster}` : ''
  const query = `KILL QUERY ${everywhere} WHERE Settings['log_comment'] = {tag:String} ASYNC`
  await engine.control(client => client.command({ query, query_params: { tag } }))
}

/** The answer, or Stopped as soon as the signal says so; the query itself is killed until it has really ended. */
async function endWith<Answer>(
  signal: AbortSignal,
  answer: Promise<Answer>,
  ending: Set<Promise<void>>,
  killIt: () => Promise<void>
): Promise<Answer> {
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const killUntilEnded = async () => {
    let hasEnded = false
    const noteEnd = () => {
      hasEnded = true
    }
    answer.then(noteEnd, noteEnd)
    while (!hasEnded) {
      await killIt().catch(() => {}) // The next look may reach the engine.
      await delay(killAgainMs, undefined, { ref: false })
    }
  }
  const onAbort = () => {
    reject(new Stopped('The work was stopped.'))
    const end = killUntilEnded().finally(() => ending.delete(end))
    ending.add(end)
  }
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([answer, stopped])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

async function allEnded(ending: ReadonlySet<Promise<void>>): Promise<void> {
  const over = new AbortController()
  const timeUp = delay(longestEndMs, undefined, { signal: over.signal }).catch(() => {})
  await Promise.race([Promise.all(ending), timeUp])
  over.abort()
}

// QUERY_WAS_CANCELLED: somebody killed it.
const cancelledCode = '394'
// NOT_ENOUGH_SPACE: the engine reserves room before it writes.
const noRoomCode = '243'
// The same where it is the reason for another error, of a mutation for instance, and ENOSPC of the file system.
const noRoom = /\(NOT_ENOUGH_SPACE\)|No space left on device/

async function translated<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await tellingAway('warehouse', work)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === cancelledCode) throw new Stopped('The work was stopped.', { cause: error })
    if (code === noRoomCode || (error instanceof Error && noRoom.test(error.message))) {
      throw new DiskFull('The disk of the warehouse is full: free space, then try again.', { cause: error })
    }
    throw error
  }
}
