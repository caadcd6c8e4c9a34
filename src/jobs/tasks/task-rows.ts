import type { Database } from '../../store/database.ts'
import type { ExecutionRow, TaskRow } from '../../store/schema.ts'
import { losableStatement, type Statement, statement } from '../../store/statement.ts'
import { newColumns } from '../execution-rows.ts'

/** A task with what its execution says. */
export type StoredTask = TaskRow & {
  readonly execution_state: ExecutionRow['state']
  readonly started_at: ExecutionRow['started_at']
  readonly errors: string
}

type Counts = { last_position: number; queued: number; running: number; finished: number; failed: number }
type Id = { id: string }

/** The columns of a task's execution, in the order in which `insertExecution` takes them. */
export const executionColumns = [
  ...newColumns,
  'state',
  'progress',
  'attempt',
  'tries',
  'errors',
  'worker',
  'lease_until',
  'started_at',
  'finished_at'
] as const satisfies readonly (keyof ExecutionRow)[]

/** The columns of a task, in the order in which `insertTask` takes them. */
export const taskColumns = [
  'id',
  'identity_id',
  'recording_id',
  'service',
  'type',
  'name',
  'parameters',
  'parent_id',
  'position',
  'state',
  'usage',
  'steps_completed',
  'total_steps',
  'created_at',
  'updated_at'
] as const satisfies readonly (keyof TaskRow)[]

const marks = (columns: readonly string[]) => columns.map(() => '?').join(', ')
const stored = 'tasks.*, executions.state AS execution_state, executions.started_at, executions.errors'
const joined = 'tasks JOIN executions ON executions.id = tasks.id'
const ofList = 'identity_id = ? AND service = ? AND type = ?'
const isHeldBy = `EXISTS (SELECT 1 FROM executions WHERE id = ? AND attempt = ? AND state = 'running')`
const later = 'updated_at = CASE WHEN updated_at < ? THEN ? ELSE updated_at END'

export type TaskRows = ReturnType<typeof taskRows>

/** Every statement about tasks beyond what all executions have (../execution-rows.ts). */
export function taskRows(database: Database) {
  const ready = <Row>(text: string): Statement<Row> => statement<Row>(database, text)
  const using = (index: string) => (database.dialect === 'sqlite' ? `INDEXED BY ${index}` : '')
  return {
    /** Twice the time. No two tasks of an account are submitted at the same one, so that they run in the order in which they were; who else submits waits. */
    nextTime: ready<{ last_task_at: number }>(
      `UPDATE accounts SET last_task_at = CASE WHEN last_task_at >= ? THEN last_task_at + 1 ELSE ? END
       WHERE id = ?
       RETURNING last_task_at`
    ),
    countQueued: ready<{ count: number }>(
      'SELECT CAST(coalesce(sum(queued), 0) AS bigint) AS count FROM task_counts WHERE identity_id = ? AND type = ?'
    ),
    nextPosition: ready<{ last_position: number }>(
      `INSERT INTO task_counts (identity_id, service, type, last_position) VALUES (?, ?, ?, 1)
       ON CONFLICT (identity_id, service, type) DO UPDATE SET last_position = task_counts.last_position + 1
       RETURNING last_position`
    ),
    insertExecution: ready<never>(
      `INSERT INTO executions (${executionColumns.join(', ')}) VALUES (${marks(executionColumns)})`
    ),
    insertTask: ready<never>(`INSERT INTO tasks (${taskColumns.join(', ')}) VALUES (${marks(taskColumns)})`),
    /** Of an answer that is kept. */
    answer: ready<{ fingerprint: string }>(
      'SELECT fingerprint FROM results WHERE fingerprint = ? AND body IS NOT NULL'
    ),
    answerBody: ready<{ body: Uint8Array; encoding: 'plain' | 'zstd' }>(
      'SELECT body, encoding FROM results WHERE fingerprint = ? AND body IS NOT NULL'
    ),

    get: ready<StoredTask>(`SELECT ${stored} FROM ${joined} WHERE tasks.id = ?`),
    counts: ready<Counts>(`SELECT last_position, queued, running, finished, failed FROM task_counts WHERE ${ofList}`),
    /** The last two values: the positions are at most the first and above the second. */
    page: ready<StoredTask>(
      `SELECT ${stored} FROM ${joined} WHERE ${ofList} AND position <= ? AND position > ? ORDER BY tasks.position DESC`
    ),
    /** Looks only into the index for what it skips. */
    pageOfState: ready<StoredTask>(
      `SELECT ${stored} FROM ${joined}
       WHERE ${ofList} AND position IN (
         SELECT position FROM tasks ${using('tasks_state')} WHERE ${ofList} AND state = ? ORDER BY tasks.position DESC LIMIT ? OFFSET ?
       )
       ORDER BY tasks.position DESC`
    ),
    /** Only for the worker's attempt, like everything that a worker writes. */
    setSteps: losableStatement<Id>(
      database,
      `UPDATE tasks SET steps_completed = ?, total_steps = ?, ${later} WHERE id = ? AND ${isHeldBy} RETURNING id`
    ),
    countUsage: ready<Id>(`UPDATE tasks SET usage = usage + 1, ${later} WHERE id = ? AND ${isHeldBy} RETURNING id`),
    setFingerprint: losableStatement<Id>(
      database,
      `UPDATE executions SET fingerprint = ? WHERE id = ? AND attempt = ? AND state = 'running' RETURNING id`
    ),

    /** The newest task that a strategy spawned under this name to ask this: groups have tasks of one name with audiences of their own. */
    child: ready<StoredTask & { fingerprint: string; worker: string | null }>(
      `SELECT ${stored}, executions.fingerprint, executions.worker FROM ${joined}
       WHERE parent_id = ? AND name = ? AND parameters = ? ORDER BY tasks.position DESC LIMIT 1`
    ),
    unfinishedChildren: ready<Id>(
      `SELECT tasks.id FROM tasks JOIN executions ON executions.id = tasks.id
       WHERE parent_id = ? AND executions.state IN ('queued', 'claimed', 'running')`
    ),
    /**
     * Takes a spawned task for the worker that runs its strategy: from the queue, or what the worker itself holds without running
     * it. Bound are worker, end of the lease, time, id, time, worker.
     */
    takeChild: ready<ExecutionRow>(
      `UPDATE executions SET state = 'running', attempt = attempt + 1, tries = tries + 1, worker = ?, lease_until = ?,
         started_at = coalesce(started_at, ?)
       WHERE id = ? AND ((state = 'queued' AND due_at <= ?) OR (state IN ('claimed', 'running') AND worker = ?))
       RETURNING *`
    ),

    /** Lists with more than nothing in them. */
    lists: ready<{ identity_id: string; service: string; type: string }>(
      'SELECT identity_id, service, type FROM task_counts WHERE queued + running + finished + failed > 0'
    ),
    oldest: ready<{ id: string; fingerprint: string; created_at: number; state: string }>(
      `SELECT tasks.id, executions.fingerprint, tasks.created_at, tasks.state FROM ${joined}
       WHERE ${ofList} ORDER BY position LIMIT ?`
    ),
    /** The task goes with its execution. */
    remove: ready<Id>('DELETE FROM executions WHERE id = ? RETURNING id'),
    removeAnswer: ready<{ fingerprint: string }>(
      `DELETE FROM results WHERE fingerprint = ? AND NOT EXISTS (
         SELECT 1 FROM executions WHERE executions.fingerprint = results.fingerprint
       ) RETURNING fingerprint`
    )
  }
}
