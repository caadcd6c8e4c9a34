import { EventEmitter } from 'node:events'
import pg from 'pg'
import type { Logger } from '../log.ts'

const firstRetryMs = 250
const lastRetryMs = 5_000

/**
 * One connection for all LISTENs, opened with the first and made anew when it is lost. After that every listener gets an
 * empty payload: something may have been missed.
 */
export function listenPostgres(options: pg.ClientConfig, log?: Logger) {
  const channels = new EventEmitter().setMaxListeners(0)
  let client: Promise<pg.Client> | undefined
  let newest: pg.Client | undefined
  let retryMs = firstRetryMs
  let retry: NodeJS.Timeout | undefined
  let hasEnded = false

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client(options)
    newest = fresh
    fresh.on('notification', ({ channel, payload }) => channels.emit(channel, payload ?? ''))
    fresh.on('error', error => log?.warn({ err: error }, 'lost the listening connection to PostgreSQL'))
    // The end of an earlier one may be heard when its successor is there already.
    fresh.once('end', () => fresh === newest && reconnectLater())
    try {
      await fresh.connect()
      for (const channel of channels.eventNames())
        await fresh.query(`LISTEN ${fresh.escapeIdentifier(String(channel))}`)
    } catch (error) {
      void fresh.end().catch(() => {}) // A connection that cannot listen is not kept beside the next.
      throw error
    }
    retryMs = firstRetryMs
    return fresh
  }

  function reconnectLater() {
    client = undefined
    if (hasEnded || retry || channels.eventNames().length === 0) return
    retry = setTimeout(() => {
      retry = undefined
      client = connect()
      client.then(() => channels.eventNames().forEach(channel => void channels.emit(channel, '')), reconnectLater)
    }, retryMs)
    retryMs = Math.min(retryMs * 2, lastRetryMs)
  }

  return {
    async listen(channel: string, listener: (payload: string) => void): Promise<() => void> {
      channels.on(channel, listener)
      client ??= connect()
      try {
        const ready = await client
        await ready.query(`LISTEN ${ready.escapeIdentifier(channel)}`)
      } catch {
        reconnectLater() // It will listen to this channel too; until then the listener polls.
      }
      return () => channels.off(channel, listener)
    },
    async end(): Promise<void> {
      hasEnded = true
      clearTimeout(retry)
      channels.removeAllListeners()
      await client?.then(
        connected => connected.end(),
        () => undefined
      )
    }
  }
}
