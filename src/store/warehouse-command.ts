import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client'
import { parameterText } from './warehouse-literals.ts'

// Beyond this a URL is refused somewhere on its way.
const longestInUrl = 4096

/** Runs a statement without rows. The client puts a command's values into the URL: many of them go as a form in the body instead. */
export async function runCommand(
  client: ClickHouseClient,
  kind: 'embedded' | 'server',
  query: string,
  params: Readonly<Record<string, unknown>>,
  settings: ClickHouseSettings
): Promise<void> {
  const texts = Object.entries(params).map(([name, value]) => [name, parameterText(value)] as const)
  const length = query.length + texts.reduce((sum, [, text]) => sum + text.length, 0)
  if (kind === 'embedded' || length < longestInUrl || texts.length === 0) {
    await client.command({ query, query_params: { ...params }, clickhouse_settings: settings })
    return
  }
  const boundary = `----demograph-${randomUUID()}`
  const parts = texts.map(
    ([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="param_${name}"\r\n\r\n${text}\r\n`
  )
  await sendBody(client, query, Buffer.from(`${parts.join('')}--${boundary}--\r\n`), settings, {
    'Content-Type': `multipart/form-data; boundary=${boundary}`
  })
}

/** Runs a statement whose data, in its own format, follows it. */
export async function sendBody(
  client: ClickHouseClient,
  query: string,
  body: Buffer,
  settings: ClickHouseSettings,
  headers: Record<string, string> = {}
): Promise<void> {
  const { stream } = await client.exec({
    query,
    values: Readable.from([body], { objectMode: false }),
    http_headers: headers,
    clickhouse_settings: settings
  })
  for await (const _chunk of stream) {
    // The answer is empty; reading it to its end frees the socket.
  }
}
