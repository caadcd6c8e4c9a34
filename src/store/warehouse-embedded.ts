import { access, constants, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type ClickHouseClient, createClient, parseError } from '@clickhouse/client'
import { drainPending, type RawInsertFormat, Session } from 'chdb'
import { type ChdbConnection, createChdbConnection } from 'chdb/connection'
import { Conflict, Unavailable } from '../errors.ts'
import { leaveStdin } from './leave-stdin.ts'
import { lendOneByOne } from './lend-one-by-one.ts'
import type { WarehouseEngine } from './warehouse-engine.ts'
import { parameterText, sqlString } from './warehouse-literals.ts'

export type EmbeddedOptions = {
  /** The data folder; one process at a time may open it. */
  readonly path: string
  /** Several can live in one folder. */
  readonly database?: string
}

// A running statement occupies one of libuv's four threads, which also serve files and DNS: three at once leave one free.
const sessionCount = 3

/** Opens chDB on a folder. Throws Conflict when another process has it open, Unavailable when it cannot be written. */
export async function openEmbedded(options: EmbeddedOptions): Promise<WarehouseEngine> {
  const folder = path.resolve(options.path)
  const database = options.database ?? 'demograph'
  await makeFolder(folder)
  leaveStdin()
  const keeper = openSession(folder)
  const connections = Array.from({ length: sessionCount + 1 }, () => createChdbConnection({ path: folder }))
  for (const connection of connections) {
    // What stands twice is found when parts are merged: looking for it in every block too takes a third longer.
    // A folder's own database `default` looks a missing table up among the files around it: never use it.
    // Compiling its expressions costs more than most questions take: it saves a twelfth of one over a million posts, at most.
    await connection.chdb.queryAsync(
      `CREATE DATABASE IF NOT EXISTS ${database}; USE ${database};
       SET max_query_size = 1000000000, output_format_json_quote_64bit_integers = 0, optimize_on_insert = 0;
       SET compile_expressions = 0, compile_aggregate_expressions = 0, compile_sort_description = 0`
    )
  }
  const clients = connections.map(clientOver)
  const control = lendOneByOne(clients.slice(0, 1))
  const workers = lendOneByOne(clients.slice(1))
  return {
    kind: 'embedded',
    cluster: '',
    database,
    borrow: (tag, work) => workers.borrow(client => leavingNothing(client, tag, work)),
    control: control.borrow,
    async close() {
      await workers.allReturned()
      await control.allReturned()
      await Promise.all(clients.map(client => client.close()))
      keeper.close()
      // A session closes behind its last statement; the lock on the folder goes with the last session.
      await drainPending()
    }
  }
}

async function leavingNothing<Answer>(
  client: ClickHouseClient,
  tag: string,
  work: (client: ClickHouseClient) => Promise<Answer>
): Promise<Answer> {
  let leavesSomething = true
  try {
    const answer = await work(client)
    leavesSomething = tag !== ''
    return answer
  } finally {
    if (leavesSomething) await forgetLast(query => client.command({ query }))
  }
}

// A stop kills what bears its tag every tenth of a second: it does not hit these again and again.
const mostAttempts = 10

/**
 * A session keeps the tag of its last statement, and chDB lists a failed one as running, until the next: a kill that is
 * meant for them would end the statement of whoever borrows the session then. It may as well end this one.
 */
export async function forgetLast(run: (statement: string) => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run("SET log_comment = ''")
      return
    } catch (error) {
      if (attempt === mostAttempts) throw error
    }
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw new Unavailable(
      `The warehouse folder ${folder} cannot be written: set DEMOGRAPH_HOME to a folder that this user may write.`,
      { cause: error }
    )
  }
}

function openSession(folder: string): Session {
  try {
    return new Session(folder)
  } catch (error) {
    throw new Conflict(
      `Another process has the warehouse folder ${folder} open: stop it, or set WAREHOUSE_URL to a warehouse that several processes share.`,
      { cause: error }
    )
  }
}

function clientOver(connection: ChdbConnection): ClickHouseClient {
  // ChdbConnection implements the client's Connection; its types are built against another copy of client-common.
  return createClient({ connection: withOwnBinding(connection) as never })
}

type Connection = Pick<ChdbConnection, 'query' | 'command' | 'exec' | 'insert' | 'ping' | 'close'>
type ExecParams = Parameters<ChdbConnection['exec']>[0]

/**
 * chdb runs statements with bound values one at a time in the whole process (its parameters are global), and reads more than
 * 45,000 of them in minutes. Values set by `SET param_x` belong to a session: such statements run side by side, and 200,000
 * ids are read in half a second. Inserts hand their bytes over without a detour through text.
 */
function withOwnBinding(connection: ChdbConnection): Connection {
  const bound = <Params extends Parameters<ChdbConnection['query']>[0]>(params: Params): Params => ({
    ...params,
    query: parameterStatements(params.query_params) + params.query,
    query_params: undefined
  })
  return {
    query: params => connection.query(bound(params)),
    command: params => connection.command(bound(params)),
    exec: params => (params.values === undefined ? connection.exec(bound(params)) : rawInsert(connection, params)),
    insert: params => connection.insert(params),
    ping: params => connection.ping(params),
    close: () => connection.close()
  }
}

function parameterStatements(params: Readonly<Record<string, unknown>> = {}): string {
  return Object.entries(params)
    .map(([name, value]) => {
      if (!/^\w+$/.test(name)) throw new TypeError(`not a parameter's name: ${name}`)
      return `SET param_${name} = ${sqlString(parameterText(value))};\n`
    })
    .join('')
}

const insertStatement = /^INSERT INTO (?<table>\w+) \((?<columns>[\w, ]+)\) FORMAT (?<format>\w+)$/

async function rawInsert(connection: ChdbConnection, params: ExecParams) {
  const { table = '', columns = '', format = '' } = insertStatement.exec(params.query)?.groups ?? {}
  const chunks: Buffer[] = []
  for await (const chunk of params.values ?? []) chunks.push(Buffer.from(chunk))
  try {
    await connection.chdb.rawInsert({
      table,
      columns: columns.split(', '),
      format: format as RawInsertFormat, // chdb refuses a format that it does not know.
      values: Buffer.concat(chunks),
      settings: { log_comment: String(params.clickhouse_settings?.log_comment ?? '') }
    })
  } catch (error) {
    throw parseError(error instanceof Error ? error : new Error(String(error)))
  }
  return { stream: Readable.from([]), query_id: '', response_headers: {}, http_status_code: 200 }
}
