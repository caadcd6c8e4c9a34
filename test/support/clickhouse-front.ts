// A ClickHouse server's HTTP interface over a chDB folder, as far as the official client uses it: so that tests can share one
// warehouse between processes, and prove what the server's code path sends. Run as a program: clickhouse-front.ts <folder>
// [shards]; it prints its port. With `shards` it is a cluster `two_shards` of two, both of them this process.

import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { type RawInsertFormat, Session } from 'chdb'
import { lendOneByOne } from '../../src/store/lend-one-by-one.ts'
import { forgetLast } from '../../src/store/warehouse-embedded.ts'
import { sqlString } from '../../src/store/warehouse-literals.ts'

type Asked = {
  readonly query: string
  readonly data: Buffer
  readonly values: URLSearchParams
}

/** What HTTP itself needs; the engine knows nothing of it. */
const notSettings = new Set([
  'query',
  'query_id',
  'database',
  'wait_end_of_query',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'enable_http_compression',
  'session_id',
  'role',
  'default_format'
])

async function read(request: IncomingMessage): Promise<Asked> {
  const values = new URL(request.url ?? '/', 'http://front').searchParams
  const sent = await buffer(request)
  const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
  const type = request.headers['content-type'] ?? ''
  const inUrl = values.get('query')
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    for (const [name, value] of form) values.set(name, String(value))
    return { query: values.get('query') ?? '', data: Buffer.alloc(0), values }
  }
  return inUrl === null
    ? { query: body.toString(), data: Buffer.alloc(0), values }
    : { query: inUrl, data: body, values }
}

function prelude(values: URLSearchParams): string {
  const database = values.get('database') ?? 'default'
  const settings = [...values]
    .filter(([name]) => !notSettings.has(name))
    .map(([name, value]) => `SET ${name} = ${sqlString(value)};`)
  return `USE ${database}; SET max_query_size = 1000000000, compile_expressions = 0, compile_aggregate_expressions = 0; ${settings.join(' ')}`
}

const insertWithData = /^INSERT INTO (?<table>\w+) \((?<columns>[\w, ]+)\) FORMAT (?<format>\w+)$/
const onCluster = /\bON CLUSTER \w+/

async function answer(session: Session, asked: Asked): Promise<Uint8Array> {
  try {
    return await run(session, asked)
  } catch (error) {
    await forgetLast(statement => session.queryAsync(statement))
    throw error
  }
}

async function run(session: Session, { query, data, values }: Asked): Promise<Uint8Array> {
  const { table, columns, format } = insertWithData.exec(query.trim())?.groups ?? {}
  if (table !== undefined && columns !== undefined && data.length > 0) {
    await session.queryAsync(prelude(values))
    await session.insert({
      table,
      columns: columns.split(', '),
      values: data,
      format: format as RawInsertFormat // chDB refuses what it does not know.
    })
    return Buffer.alloc(0)
  }
  // Without a keeper there is no ON CLUSTER; here one process is all shards. The parser sees the statement as it was sent.
  if (onCluster.test(query) && !query.startsWith('KILL'))
    await session.queryAsync(`${prelude(values)} EXPLAIN AST ${query}`)
  const result = await session.queryAsync(`${prelude(values)} ${query.replace(onCluster, '')}`, {
    format: values.get('default_format') ?? 'TabSeparated'
  })
  return result.bytes()
}

function shardsConfig(folder: string, port: number): string {
  const shard = `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`
  const file = path.join(path.dirname(folder), `${path.basename(folder)}.xml`)
  // chDB opens no port: it only knows by this number that a shard is itself.
  writeFileSync(
    file,
    `<clickhouse><tcp_port>${port}</tcp_port><remote_servers><two_shards>${shard}${shard}</two_shards></remote_servers></clickhouse>`
  )
  return file
}

function serve(folder: string, engineArguments: readonly string[]): void {
  const open = () => new Session(folder, { connectionArgs: engineArguments })
  const control = lendOneByOne([open()])
  const workers = lendOneByOne([open(), open(), open()])

  const server = createServer(async (request, response) => {
    if (request.url?.startsWith('/ping')) {
      response.end('Ok.\n')
      return
    }
    const asked = await read(request)
    const lending = asked.query.startsWith('KILL') ? control : workers
    try {
      const bytes = await lending.borrow(session => answer(session, asked))
      response.setHeader('X-ClickHouse-Query-Id', asked.values.get('query_id') ?? '')
      response.end(bytes)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      response.statusCode = 500
      response.setHeader('X-ClickHouse-Exception-Code', /Code: (\d+)/.exec(text)?.[1] ?? '1002')
      response.end(text)
    }
  })
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`) // A TCP server's address.
  })
  process.once('SIGTERM', () => process.exit(0))
  // Nobody is left to serve when the test process is gone, however it went. Its end of stdin could not tell: chDB reads there, too.
  new Socket({ fd: 3 }).once('end', () => process.exit(0)).resume()
}

const [, , folder = '', mode] = process.argv
const shardPort = 9000
serve(folder, mode === 'shards' ? [`--config-file=${shardsConfig(folder, shardPort)}`] : [])
