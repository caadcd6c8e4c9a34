import type { Database } from '../store/database.ts'
import { statement } from '../store/statement.ts'
import { isNoTask } from './execution-rows.ts'
import { taskStates } from './tasks/task.ts'

/** Prepares looks at the queue; each answers how many executions there are by job type and state, and how long the oldest waits, ms. */
export function queueSnapshot(database: Database, now: () => number = Date.now) {
  const count = statement<{ job: string; state: string; count: number }>(
    database,
    `SELECT job, state, count(*) AS count FROM executions WHERE ${isNoTask} GROUP BY job, state`
  )
  // There may be a million of them: they are counted as they change.
  const countTasks = statement<Record<'queued' | 'running' | 'finished' | 'failed', number> & { job: string }>(
    database,
    `SELECT type AS job, ${taskStates.map(state => `CAST(sum(${state}) AS bigint) AS ${state}`).join(', ')}
     FROM task_counts GROUP BY type`
  )
  const oldest = statement<{ at: number | null }>(
    database,
    "SELECT min(submitted_at) AS at FROM executions WHERE state = 'queued'"
  )
  return async () => {
    const [executions, tasks, [row]] = await Promise.all([count([]), countTasks([]), oldest([])])
    const ofTasks = tasks.flatMap(row => taskStates.map(state => ({ job: row.job, state, count: row[state] })))
    const counts = [...executions, ...ofTasks.filter(({ count }) => count > 0)]
    const oldestAt = row?.at ?? null
    return { counts, oldestQueuedMs: oldestAt === null ? 0 : Math.max(0, now() - oldestAt) }
  }
}
