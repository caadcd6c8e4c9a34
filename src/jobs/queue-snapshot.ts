import type { Database } from '../store/database.ts'
import { statement } from '../store/statement.ts'

/** Prepares looks at the queue; each answers how many executions there are by job type and state, and how long the oldest waits, ms. */
export function queueSnapshot(database: Database, now: () => number = Date.now) {
  const count = statement<{ job: string; state: string; count: number }>(
    database,
    'SELECT job, state, count(*) AS count FROM executions GROUP BY job, state'
  )
  const oldest = statement<{ at: number | null }>(
    database,
    "SELECT min(submitted_at) AS at FROM executions WHERE state = 'queued'"
  )
  return async () => {
    const [counts, [row]] = await Promise.all([count([]), oldest([])])
    const oldestAt = row?.at ?? null
    return { counts, oldestQueuedMs: oldestAt === null ? 0 : Math.max(0, now() - oldestAt) }
  }
}
