import { putBackLost } from './queue.ts'
import type { AbortReason, WorkerState } from './worker-state.ts'

/**
 * Renews a worker's leases several times within their length, stops what it has lost, and looks after what other workers have
 * lost. It renews first: a process that stood still for a while must not take its own jobs for lost.
 */
export function holdLeases(state: WorkerState): AsyncDisposable {
  const { database, rows, running, log, now, leaseMs } = state
  let renewedAt = now()
  let isOver = false
  let timer: NodeJS.Timeout
  let ticking = Promise.resolve()

  async function tick(): Promise<void> {
    try {
      await renew()
      await putBackLost(database, rows, now())
    } catch (error) {
      log.warn({ err: error }, 'could not renew the leases of running jobs')
      if (now() - renewedAt > leaseMs) abortExcept(new Map(), [...running.keys()])
    }
    if (!isOver) schedule()
  }

  function schedule() {
    timer = setTimeout(() => {
      ticking = tick()
    }, leaseMs / 6)
  }

  async function renew(): Promise<void> {
    const time = now()
    const mine = [...running.keys()] // What is claimed while the statement runs is not missing in its answer.
    if (mine.length > 0) {
      const held = await rows.renew([time + leaseMs, state.id])
      abortExcept(new Map(held.map(row => [row.id, row.attempt])), mine)
    }
    renewedAt = time
  }

  function abortExcept(held: ReadonlyMap<string, number>, ids: readonly string[]) {
    for (const id of ids) {
      const job = running.get(id)
      if (job && held.get(id) !== job.row.attempt) job.abort.abort('lost' satisfies AbortReason)
    }
  }

  schedule()
  return {
    async [Symbol.asyncDispose]() {
      isOver = true
      clearTimeout(timer)
      await ticking
    }
  }
}
