import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ExecutionRow, Schema, TaskRow } from '../../store/schema.ts'
import type { Bound } from '../../store/statement.ts'
import { executionColumns, type TaskRows, taskColumns } from './task-rows.ts'
import { storedSource, type TaskSource } from './task-source.ts'

/** Whose task, and what it asks. */
export type NewTask = Pick<TaskRow, 'identity_id' | 'recording_id' | 'type' | 'name' | 'parent_id'> & {
  readonly accountId: string
  /** JSON. */
  readonly parameters: string
  readonly source: TaskSource
  readonly fingerprint: string
  /** How many steps it has; for one that is answered at once. */
  readonly totalSteps: number
  readonly estimate: { readonly runMs: number; readonly waitMs: number }
}

/** How it begins: in the queue, answered by an earlier result, or in the hands of the worker that spawned it. */
type Beginning =
  | { readonly state: 'queued' | 'finished' }
  | { readonly state: 'running'; readonly worker: string; readonly leaseUntil: number }

const newTaskId = () => randomBytes(20).toString('hex')

/** Stores a task with its execution, at the end of its list. Within a transaction that holds the account. */
export async function storeTask(
  rows: TaskRows,
  trx: Kysely<Schema>,
  task: NewTask,
  beginning: Beginning,
  time: { readonly submitted: number; readonly now: number }
): Promise<string> {
  const id = newTaskId()
  const { service } = task.source
  await rows.insertExecution(executionValues(id, task, beginning, time), trx)
  const [place] = await rows.nextPosition([task.identity_id, service, task.type], trx)
  const isAnswered = beginning.state === 'finished'
  const values: Record<(typeof taskColumns)[number], Bound> = {
    id,
    identity_id: task.identity_id,
    recording_id: task.recording_id,
    service,
    type: task.type,
    name: task.name,
    parameters: task.parameters,
    parent_id: task.parent_id,
    position: place?.last_position ?? 0,
    state: beginning.state,
    usage: task.type === 'analysis' ? 1 : 0,
    steps_completed: isAnswered ? task.totalSteps : null,
    total_steps: isAnswered ? task.totalSteps : null,
    created_at: time.submitted,
    updated_at: time.submitted
  }
  await rows.insertTask(
    taskColumns.map(column => values[column]),
    trx
  )
  return id
}

function executionValues(
  id: string,
  task: NewTask,
  beginning: Beginning,
  { submitted, now }: { readonly submitted: number; readonly now: number }
): Bound[] {
  const isHeld = beginning.state === 'running'
  const isAnswered = beginning.state === 'finished'
  const values: Record<(typeof executionColumns)[number], ExecutionRow[keyof ExecutionRow]> = {
    id,
    fingerprint: task.fingerprint,
    account_id: task.accountId,
    job: task.type,
    request: storedSource(task.source),
    requested_size: 0,
    size: 0,
    labels: '[]',
    external_id: null,
    project: null,
    asked_by: null,
    version: null,
    configuration: null,
    dispatch: null,
    state: beginning.state,
    priority: 0,
    progress: isAnswered ? 100 : 0,
    attempt: isHeld ? 1 : 0,
    tries: isHeld ? 1 : 0,
    due_at: now,
    worker: isHeld ? beginning.worker : null,
    lease_until: isHeld ? beginning.leaseUntil : null,
    errors: '[]',
    warnings: '[]',
    submitted_at: submitted,
    started_at: isHeld || isAnswered ? submitted : null,
    finished_at: isAnswered ? submitted : null,
    estimate_run_ms: task.estimate.runMs,
    estimate_wait_ms: task.estimate.waitMs
  }
  return executionColumns.map(column => values[column])
}
