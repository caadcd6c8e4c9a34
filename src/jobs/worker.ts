import { randomUUID } from 'node:crypto'
import { createBell } from './bell.ts'
import { executionRows } from './execution-rows.ts'
import { holdLeases } from './hold-leases.ts'
import { claimNext, putBackLost } from './queue.ts'
import { runExecution } from './run-execution.ts'
import type { AbortReason, Running, WorkerOptions, WorkerState } from './worker-state.ts'

const pollMs = 1_000

/**
 * Runs queued executions until it is disposed; then it takes no more, lets what runs go on for the grace time and puts the rest
 * back for the next start, without counting the try.
 */
export async function startWorker(options: WorkerOptions): Promise<AsyncDisposable> {
  const state: WorkerState = {
    now: Date.now,
    leaseMs: 6_000,
    graceMs: 10_000,
    checkEvery: 20,
    observe: () => {},
    ...options,
    id: randomUUID(),
    rows: executionRows(options.database),
    running: new Map(),
    children: new Map(),
    runs: new Map()
  }
  const { database, rows, running, log } = state
  const bell = createBell()
  const stop = new AbortController()
  if (state.alone) {
    const taken = await putBackLost(database, rows, state.now(), Infinity)
    if (taken > 0) log.info({ jobs: taken }, 'took back jobs that the last run had left')
  }
  const unlisten = [
    await database.listen('work', bell.ring),
    await database.listen('executions', payload => {
      const [id = '', change] = payload.split(' ')
      const abort = running.get(id)?.abort ?? state.children.get(id)
      if (change === 'stopped') abort?.abort('stopped' satisfies AbortReason)
    })
  ]
  const leases = holdLeases(state)
  const claiming = claimUntil(stop.signal, state, bell)

  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      bell.ring()
      await claiming
      await drain(state)
      for (const end of unlisten) end()
      await leases[Symbol.asyncDispose]()
    }
  }
}

async function claimUntil(stop: AbortSignal, state: WorkerState, bell: ReturnType<typeof createBell>): Promise<void> {
  while (!stop.aborted) {
    try {
      await fillSlots(stop, state, bell.ring)
    } catch (error) {
      state.log.error({ err: error }, 'could not look for work') // The database is away; the next look may find it.
    }
    await bell.wait(pollMs)
  }
}

async function fillSlots(stop: AbortSignal, state: WorkerState, whenFree: () => void): Promise<void> {
  const { database, rows, running, concurrency, id, leaseMs, now } = state
  while (!stop.aborted && running.size < concurrency) {
    const time = now()
    const row = await claimNext(database, rows, { worker: id, now: time, until: time + leaseMs })
    if (!row) return
    // Stopped and asked again, or put back by an erasure: an earlier try may not have ended yet, and has lost its row.
    running.get(row.id)?.abort.abort('lost' satisfies AbortReason)
    const abort = new AbortController()
    const ended = runExecution(state, row, abort.signal).finally(() => {
      if (running.get(row.id)?.row.attempt === row.attempt) running.delete(row.id)
      whenFree()
    })
    running.set(row.id, { row, abort, ended })
  }
}

const abortMs = 5_000

async function drain({ running, graceMs, log }: WorkerState): Promise<void> {
  const left = () => [...running.values()]
  await within(graceMs, left())
  for (const { abort } of left()) abort.abort('draining' satisfies AbortReason)
  await within(abortMs, left())
  // Its lease runs out, and another worker takes it.
  for (const { row } of left()) log.warn({ execution: row.id, job: row.job }, 'a job did not end in time')
}

async function within(ms: number, jobs: readonly Running[]): Promise<void> {
  if (jobs.length === 0) return
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([timeUp, Promise.all(jobs.map(job => job.ended))])
  clearTimeout(timer)
}
