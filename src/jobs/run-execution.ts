import { setTimeout as sleep } from 'node:timers/promises'
import type { ExecutionRow } from '../store/schema.ts'
import { idsOfExecution } from './ids-of-execution.ts'
import type { Outcome } from './outcome.ts'
import { runJob } from './run-job.ts'
import { packResult } from './stored-result.ts'
import { isTaskType } from './tasks/task.ts'
import type { AbortReason, WorkerState } from './worker-state.ts'

/** Takes a claimed row through its try and writes how it ended; what has been taken from the worker meanwhile stays untouched. */
export async function runExecution(state: WorkerState, row: ExecutionRow, signal: AbortSignal): Promise<void> {
  const { rows, database, now, log } = state
  try {
    const startedAt = now()
    const [started] = await rows.start([startedAt, row.id, row.attempt])
    if (!started) return // Stopped between being claimed and being started.
    await database.notify('executions', `${row.id} running`)
    await runStarted(state, row, signal, startedAt)
  } catch (error) {
    log.error({ err: error, execution: row.id }, 'could not write how a job ended') // Its lease runs out: it will run again.
  }
}

async function runStarted(
  state: WorkerState,
  row: ExecutionRow,
  signal: AbortSignal,
  startedAt: number
): Promise<void> {
  const outcome = await tryOnce(state, row, signal, startedAt)
  const runMs = state.now() - startedAt
  const written = await untilStored(state, () => write(state, row, outcome, signal, runMs))
  if (!written) return
  await state.database.notify('executions', `${row.id} ${written}`)
  state.observe({ job: row.job, state: written, runMs })
}

function tryOnce(state: WorkerState, row: ExecutionRow, signal: AbortSignal, startedAt: number): Promise<Outcome> {
  if (isTaskType(row.job)) {
    return state.runTask(row, {
      ...state,
      signal,
      runChild: child => runChild(state, child, signal),
      isRunning: id => state.running.has(id) || state.children.has(id)
    })
  }
  return runJob(state.jobs.get(row.job), row, {
    ...state,
    now: startedAt,
    signal,
    progress: reportProgress(state, row),
    idsOfExecution: id => idsOfExecution(state.rows, row.account_id, id),
    isChecked: isNextChecked(state, row.job)
  })
}

// A spawned task runs in the slot of the one that spawned it, and ends with it.
async function runChild(state: WorkerState, row: ExecutionRow, signal: AbortSignal): Promise<void> {
  const own = new AbortController()
  state.children.set(row.id, own)
  try {
    await runStarted(state, row, AbortSignal.any([signal, own.signal]), state.now())
  } finally {
    state.children.delete(row.id)
  }
}

// Answers the state that the row has now, or nothing when it is not this worker's any more.
async function write(
  state: WorkerState,
  row: ExecutionRow,
  outcome: Outcome,
  signal: AbortSignal,
  runMs: number
): Promise<string | undefined> {
  const { rows, now } = state
  const fence = [row.id, row.attempt]
  if (outcome.state === 'finished') return (await finish(state, row, outcome.json, runMs)) ? 'finished' : undefined
  const reason: AbortReason | undefined = signal.reason // Nobody else aborts.
  if (signal.aborted && reason !== 'draining') return undefined
  if (reason === 'draining') return (await rows.putBack([now(), 1, ...fence]))[0] && 'queued'
  if (outcome.state === 'queued') return (await rows.putBack([now() + outcome.afterMs, 0, ...fence]))[0] && 'queued'
  const ended = await rows.end([outcome.state, JSON.stringify(outcome.errors), now(), ...fence])
  return ended[0] && outcome.state
}

async function finish(
  state: WorkerState,
  row: ExecutionRow,
  json: string | undefined,
  runMs: number
): Promise<boolean> {
  if (json === undefined) return (await state.rows.finish([state.now(), null, row.id, row.attempt])).length > 0
  const { body, encoding, etag } = await packResult(json)
  return state.database.transact(async trx => {
    const time = state.now()
    const [finished] = await state.rows.finish([time, runMs, row.id, row.attempt], trx)
    if (!finished) return false
    await state.rows.storeResult([finished.fingerprint, finished.account_id, body, encoding, etag, time], trx)
    return true
  })
}

const retryMs = 250

// A database that is restarted should not cost a finished job: it is written again until the lease would be over.
async function untilStored<Value>({ leaseMs, log }: WorkerState, store: () => Promise<Value>): Promise<Value> {
  const deadline = performance.now() + leaseMs
  for (;;) {
    try {
      return await store()
    } catch (error) {
      if (performance.now() > deadline) throw error
      log.warn({ err: error }, 'could not write how a job ended: trying again')
    }
    await sleep(retryMs)
  }
}

const progressEveryMs = 200

// Writes at most five times a second, whatever a job reports; 100 is the finish's own.
function reportProgress({ rows, database, log }: WorkerState, row: ExecutionRow): (percent: number) => void {
  let highest = row.progress
  let written = -Infinity
  return percent => {
    const whole = Math.min(99, Math.floor(percent))
    if (!(whole > highest) || performance.now() - written < progressEveryMs) return
    highest = whole
    written = performance.now()
    rows
      .progress([whole, row.id, row.attempt, whole])
      .then(([changed]) => changed && database.notify('executions', `${row.id} running`))
      .catch(error => log.warn({ err: error }, 'could not write the progress of a job'))
  }
}

function isNextChecked({ runs, checkEvery }: WorkerState, job: string): boolean {
  const before = runs.get(job) ?? 0
  runs.set(job, before + 1)
  return before % checkEvery === 0
}
