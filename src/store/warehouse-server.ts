import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { Unavailable } from '../errors.ts'
import type { WarehouseEngine } from './warehouse-engine.ts'

export type ServerOptions = {
  /** `http(s)://user:password@host:8123/database`. */
  readonly url: string
  /** '' = one server. */
  readonly cluster: string
}

// An analysis may take minutes; a stop ends it earlier. The client's own default cuts a query off after 30 s.
const longestStatementMs = 3_600_000

/** Connects to a ClickHouse server or cluster and makes its database when it is not there. Throws Unavailable. */
export async function openServer({ url, cluster }: ServerOptions): Promise<WarehouseEngine> {
  const address = new URL(url)
  const database = decodeURIComponent(address.pathname.slice(1)) || 'default'
  if (!/^\w+$/.test(database)) throw new TypeError('a database of the warehouse is named in letters, digits and _')
  await createDatabase(address, database, cluster)
  const options = {
    url: address,
    // More than some hundred ids make a URL that proxies refuse: the client then sends them in the body.
    use_multipart_params_auto: true,
    request_timeout: longestStatementMs,
    // What goes wrong is thrown, and logged where it is caught.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      output_format_json_quote_64bit_integers: 0,
      // Errors arrive as errors, not in the middle of rows.
      wait_end_of_query: 1,
      // A sign of life every two minutes, for whatever stands between; more often, and the headers of an hour grow too long.
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: '110000',
      async_insert: 0,
      optimize_on_insert: 0,
      distributed_foreground_insert: 1,
      distributed_ddl_task_timeout: String(longestStatementMs / 1000)
    }
  } as const
  const client = createClient({ ...options, max_open_connections: 16 })
  const control = createClient({ ...options, max_open_connections: 2 })
  return {
    kind: 'server',
    cluster,
    database,
    borrow: (_tag, work) => work(client),
    control: work => work(control),
    close: async () => {
      await Promise.all([client.close(), control.close()])
    }
  }
}

async function createDatabase(address: URL, database: string, cluster: string): Promise<void> {
  const outside = new URL(address)
  outside.pathname = ''
  const client = createClient({ url: outside, log: { level: ClickHouseLogLevel.OFF } })
  try {
    const found = await client.query({ query: `EXISTS DATABASE ${database}`, format: 'JSONEachRow' })
    const [row] = await found.json<{ result: number }>()
    if (row?.result === 1) return
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}${cluster && ` ON CLUSTER ${cluster}`}` })
  } catch (error) {
    throw new Unavailable(
      `The warehouse at ${address.host} does not answer or has no database ${database}: check WAREHOUSE_URL.`,
      { cause: error }
    )
  } finally {
    await client.close()
  }
}
