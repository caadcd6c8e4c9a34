import type { Database } from '../store/database.ts'
import { statement } from '../store/statement.ts'

/** How the queue stands now: executions by job type and state, and how long the oldest has waited, ms. */
export function queueSnapshot(database: Database, now: () => number = Date.now) {
  const count = statement<{ job: string; state: string; count: number | string }>(
    database,
    'SELECT job, state, count(*) AS count FROM executions GROUP BY job, state'
  )
  const oldest = statement<{ at: number | string | null }>(
    database,
    "SELECT min(submitted_at) AS at FROM executions WHERE state = 'queued'"
  )
  return async () => {
    const [counts, [row]] = await Promise.all([count([]), oldest([])])
    return {
      // PostgreSQL answers a count as text.
      counts: counts.map(entry => ({ ...entry, count: Number(entry.count) })),
      oldestQueuedMs: row?.at == null ? 0 : Math.max(0, now() - Number(row.at))
    }
  }
}
