import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { createServer } from './http/server.ts'
import { statusWords } from './http/status-words.ts'
import { openImportStreams } from './import-stream.ts'
import { erasePerson } from './jobs/erase-person.ts'
import { createExecutions } from './jobs/executions.ts'
import { loadJobs } from './jobs/load-jobs.ts'
import { queueSnapshot } from './jobs/queue-snapshot.ts'
import { rememberExecutions } from './jobs/remember-executions.ts'
import { startUpkeep } from './jobs/upkeep.ts'
import { startWorker } from './jobs/worker.ts'
import { createLocalToken } from './local-token.ts'
import type { Logger } from './log.ts'
import { createMetrics } from './metrics.ts'
import { readiness } from './readiness.ts'
import { noteServer } from './server-file.ts'
import { createToken, ensureAccount, listTokens } from './store/accounts.ts'
import type { Database } from './store/database.ts'
import { isEmbedded, openStores } from './stores.ts'

export type AppOptions = {
  /** Where to listen; port 0 = any free port; nothing = no HTTP (a worker). */
  readonly listen?: { readonly host: string; readonly port: number }
  /** Whether this process runs jobs. */
  readonly worker: boolean
  /** Makes no first token: a command that ends by itself leaves that to the first server, which shows it. */
  readonly withoutFirstToken?: boolean
}

/** The whole program, running. Disposing drains it: no new work, running requests answered, everything closed in reverse. */
export type App = AsyncDisposable & {
  /** `http://127.0.0.1:8080`, or empty when it does not listen. */
  readonly url: string
  /** Works as an admin of the first account while this process lives; never shown. */
  readonly localToken: string
  /** Made at the first start over an empty store, to be shown once; else nothing. */
  readonly firstToken: string | undefined
}

/** The account of the first token, of the preset token and of the command line. */
export const firstAccount = 'default'

/** Builds the program in order; what was opened is closed again when a later part fails. */
export async function startApp(config: Config, log: Logger, options: AppOptions): Promise<App> {
  await using starting = new AsyncDisposableStack()
  mkdirSync(config.home, { recursive: true, mode: 0o700 })
  const { database, warehouse } = starting.use(await openStores(config, log))
  const jobs = await loadJobs()
  const metrics = createMetrics({ processFigures: true })
  metrics.watchQueue(queueSnapshot(database))
  const firstToken = await ensureToken(database, config.presetToken, options.withoutFirstToken === true)
  const { concurrency, maxUnfinishedPerAccount, privacy, retentionDays } = config
  const executions = rememberExecutions(
    createExecutions({ database, warehouse, jobs, privacy, maxUnfinishedPerAccount, concurrency }),
    database
  )

  starting.use(startUpkeep({ database, retentionDays, log }))
  const local = createLocalToken(database, firstAccount)
  const draining = new AbortController()
  let url = ''
  let certificate: string | undefined
  // The server is closed after the worker: while the last jobs end it still says how they stand and what they found.
  if (options.listen) {
    const { importStream } = starting.use(openImportStreams({ database, warehouse, log }, metrics))
    const tls = config.tls && { cert: await readFile(config.tls.certFile), key: await readFile(config.tls.keyFile) }
    certificate = tls?.cert.toString()
    const server = createServer({
      executions,
      jobs,
      metrics,
      log,
      verifyToken: local.verify,
      importStream,
      erase: reference => erasePerson({ database, warehouse }, reference, Date.now()),
      readiness: readiness({ database, warehouse, home: config.home }),
      draining: draining.signal,
      ...(tls && { tls })
    })
    starting.defer(() => server.close())
    url = await listen(server, options.listen)
  }
  if (options.worker) {
    const observe = (end: { job: string; state: string; runMs: number }) =>
      metrics.jobEnded(end.job, end.state, end.runMs / 1000)
    const alone = isEmbedded(config)
    const finishedWord = statusWords.finished
    starting.use(
      await startWorker({ database, warehouse, jobs, privacy, concurrency, log, finishedWord, alone, observe })
    )
  }
  if (options.listen) {
    starting.use(
      noteServer(config.home, { url, token: local.token, pid: process.pid, ...(certificate && { certificate }) })
    )
    log.info({ url }, 'listening')
  }
  starting.defer(() => draining.abort())

  const started = starting.move()
  return { url, localToken: local.token, firstToken, [Symbol.asyncDispose]: () => started.disposeAsync() }
}

async function listen(server: FastifyInstance, where: { host: string; port: number }): Promise<string> {
  const url = new URL(await server.listen(where))
  // Fastify names an address; whoever listens at all of them is reached at the own one.
  const { address } = server.server.address() as AddressInfo // It listens at a port, not at a pipe.
  if (address === '0.0.0.0' || address === '::') url.hostname = '127.0.0.1'
  return url.origin
}

/** Makes sure that somebody can ask: the preset token, or one made now for a store that has none, which is answered. */
async function ensureToken(database: Database, preset: string, isLeftOut: boolean): Promise<string | undefined> {
  const first = { account: firstAccount, role: 'admin', now: Date.now() } as const
  if (preset !== '') {
    await createToken(database, { ...first, name: 'DEMOGRAPH_TOKEN', token: preset })
    return undefined
  }
  if (isLeftOut) await ensureAccount(database.db, firstAccount, first.now) // The local token asks for it.
  if (isLeftOut || (await listTokens(database)).length > 0) return undefined
  return (await createToken(database, { ...first, name: 'made at the first start' })).token
}
