import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { findServer, type RunningServer } from '../server-file.ts'
import { type ApiClient, createApiClient } from './api-client.ts'

/** Something that answers HTTP over the data folder, for the length of a command. */
export type Connection = AsyncDisposable & {
  readonly api: ApiClient
  /** Whether another process serves; else this one does, until it is disposed. */
  readonly isRemote: boolean
}

/**
 * The server that runs over the same data folder, or else the same server started in this process on a free loopback port: so
 * a command has one code path, and works beside a running server as it does alone. Throws Conflict when another process
 * holds the folder and serves nothing.
 */
export async function connect(config: Config, log: Logger): Promise<Connection> {
  const server = findServer(config.home)
  const found = server && (await reach(server))
  if (found) return { api: found, isRemote: true, [Symbol.asyncDispose]: async () => {} }
  const { startApp } = await import('../app.ts') // Loaded when it is needed: the engines take a moment.
  const listen = { host: '127.0.0.1', port: 0 }
  const app = await startApp({ ...config, tls: null }, log, { listen, worker: true, withoutFirstToken: true })
  const api = createApiClient({ url: app.url, token: app.localToken })
  return { api, isRemote: false, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

/** A client of the server that left its note, or nothing when nobody answers there: its process was killed and its id is another's now. */
async function reach(server: RunningServer): Promise<ApiClient | undefined> {
  const api = createApiClient(server)
  try {
    await api.stream('GET', '/healthz').then(answer => answer.resume())
    return api
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return undefined
    throw error
  }
}
