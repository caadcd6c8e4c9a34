import type { Logger } from '../log.ts'
import type { Database } from '../store/database.ts'
import { executionRows } from './execution-rows.ts'
import { removeOldTasks } from './tasks/remove-old-tasks.ts'

type UpkeepOptions = {
  readonly database: Database
  /** Results older than this are removed; 0 = kept for ever. */
  readonly retentionDays: number
  /** Likewise tasks of the Task API, with their results. */
  readonly taskRetentionDays: number
  readonly log: Logger
  readonly now?: () => number
  readonly everyMs?: number
}

const dayMs = 86_400_000

/** Removes what is older than results are kept, a little at a time; harmless in several processes. Answers how many. */
export async function expireResults(database: Database, retentionDays: number, now: number): Promise<number> {
  if (retentionDays === 0) return 0
  const { expireResults: expireSome } = executionRows(database)
  let count = 0
  for (;;) {
    const expired = await expireSome([now, now - retentionDays * dayMs])
    if (expired.length === 0) return count
    count += expired.length
  }
}

/**
 * Keeps the store tidy until it is disposed. (Jobs whose worker was lost are put back by the other workers, hold-leases.ts: who
 * renews its own leases first cannot take its own jobs for lost.)
 */
export function startUpkeep(options: UpkeepOptions): AsyncDisposable {
  const { database, retentionDays, taskRetentionDays, log, now = Date.now, everyMs = 60_000 } = options
  let working = Promise.resolve()
  const timer = setInterval(() => {
    working = working.then(tidy)
  }, everyMs)
  working = tidy()

  async function tidy(): Promise<void> {
    try {
      const expired = await expireResults(database, retentionDays, now())
      if (expired > 0) log.info({ results: expired }, 'removed results that are older than results are kept')
      const removed = await removeOldTasks(database, taskRetentionDays, now())
      if (removed > 0) log.info({ tasks: removed }, 'removed tasks that are older than tasks are kept')
    } catch (error) {
      log.warn({ err: error }, 'could not remove old results and tasks')
    }
  }

  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await working
    }
  }
}
