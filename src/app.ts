import { mkdirSync } from 'node:fs'
import { loadTargets } from './analytics/targets/targets.ts'
import type { Config } from './config.ts'
import { enricherWhenNeeded } from './enrichment/load-enricher.ts'
import { ensureFirstToken, firstHolder } from './first-token.ts'
import { statusWords } from './http/status-words.ts'
import { createExecutions } from './jobs/executions.ts'
import { loadJobs } from './jobs/load-jobs.ts'
import { queueSnapshot } from './jobs/queue-snapshot.ts'
import { rememberExecutions } from './jobs/remember-executions.ts'
import { startUpkeep } from './jobs/upkeep.ts'
import { startWorker } from './jobs/worker.ts'
import { createLocalToken } from './local-token.ts'
import type { Logger } from './log.ts'
import { createMetrics } from './metrics.ts'
import { openPylon } from './pylon.ts'
import { noteServer } from './server-file.ts'
import { startHttp } from './start-http.ts'
import { jitterKey } from './store/jitter-key.ts'
import { isEmbedded, openStores } from './stores.ts'

type AppOptions = {
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

/** Builds the program in order; what was opened is closed again when a later part fails. */
export async function startApp(config: Config, log: Logger, options: AppOptions): Promise<App> {
  await using starting = new AsyncDisposableStack()
  mkdirSync(config.home, { recursive: true, mode: 0o700 })
  const stores = starting.use(await openStores(config, log))
  const { database, warehouse } = stores
  const jobs = await loadJobs(config.traits.off)
  const metrics = createMetrics({ processFigures: true })
  metrics.watchQueue(queueSnapshot(database))
  const preset = config.presetToken
  await ensureFirstToken(database, { preset, isLeftOut: true })
  const { concurrency, maxUnfinishedPerAccount, retentionDays, taskRetentionDays, traits } = config
  const { isJittered, ...limits } = config.privacy
  const privacy = { ...limits, jitterKey: isJittered ? await jitterKey(database) : '' }
  const loadEnricher = enricherWhenNeeded(traits)
  const executions = rememberExecutions(
    createExecutions({ database, warehouse, jobs, privacy, traits, maxUnfinishedPerAccount, concurrency }),
    database
  )
  const { services: pylon, runTask } = await openPylon({ config, stores, targets: loadTargets(traits.off), privacy })
  starting.use(startUpkeep({ database, retentionDays, taskRetentionDays, log }))

  const local = createLocalToken(database, await firstHolder(database))
  const draining = new AbortController()
  const services = { executions, jobs, pylon, metrics, verifyToken: local.verify, draining: draining.signal }
  // The server is closed after the worker: while the last jobs end it still says how they stand and what they found.
  const http =
    options.listen && starting.use(await startHttp({ config, log, stores, loadEnricher, ...services }, options.listen))
  if (options.worker) {
    const alone = isEmbedded(config)
    const finishedWord = statusWords.finished
    const observe = metrics.jobEnded
    starting.use(
      await startWorker({
        database,
        warehouse,
        jobs,
        runTask,
        privacy,
        traits,
        concurrency,
        log,
        finishedWord,
        alone,
        observe
      })
    )
  }
  if (http) {
    const { url, certificate } = http
    starting.use(
      noteServer(config.home, { url, token: local.token, pid: process.pid, ...(certificate && { certificate }) })
    )
    log.info({ url }, 'listening')
  }
  starting.defer(() => draining.abort())
  // Last: a start that fails, on a taken port for instance, must not make a token that nobody gets to see.
  const isLeftOut = options.withoutFirstToken === true
  const firstToken = await ensureFirstToken(database, { preset, isLeftOut })

  const started = starting.move()
  return {
    url: http?.url ?? '',
    localToken: local.token,
    firstToken,
    [Symbol.asyncDispose]: () => started.disposeAsync()
  }
}
