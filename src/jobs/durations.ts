import type { Database } from '../store/database.ts'
import type { JobDefinition } from './define-job.ts'
import { executionRows } from './execution-rows.ts'

/** One finished run: about how many ids, and how long it took. */
export type Run = { readonly size: number; readonly runMs: number }

export type Forecast = { readonly runMs: number; readonly waitMs: number }

type Durations = {
  forecast(job: Pick<JobDefinition, 'name' | 'firstEstimate'>, size: number): Promise<Forecast>
}

const rememberMs = 1_000
const likeEnough = 3

/**
 * Forecasts from what lately finished runs took and from what is ahead in the queue, `concurrency` at a time. What it learned
 * is a second old at most.
 */
export function createDurations(database: Database, concurrency: number, now: () => number): Durations {
  const rows = executionRows(database)
  const remembered = new Map<string, { until: number; value: Promise<unknown> }>()

  function lately<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = remembered.get(key)
    if (known && now() < known.until) return known.value as Promise<Value> // Stored under this key by this function.
    const value = read()
    value.catch(() => remembered.delete(key))
    remembered.set(key, { until: now() + rememberMs, value })
    return value
  }

  const runsOf = async (job: string): Promise<Run[]> =>
    (await rows.recentRuns([job])).map(row => ({ size: row.size, runMs: row.run_ms }))

  async function waiting(): Promise<number> {
    const [[queued], [estimates], held] = await Promise.all([
      rows.countQueued([]),
      rows.queuedEstimates([]),
      rows.heldEstimates([])
    ])
    const count = queued?.count ?? 0
    if (count + held.length < concurrency) return 0
    const remaining = held.map(row => Math.max(0, row.estimate_run_ms - (now() - (row.started_at ?? now()))))
    const aheadMs = count * (estimates?.mean ?? 0) + remaining.reduce((sum, ms) => sum + ms, 0)
    return Math.round(aheadMs / concurrency)
  }

  return {
    async forecast(job, size) {
      const [runs, waitMs] = await Promise.all([
        lately(`runs ${job.name}`, () => runsOf(job.name)),
        lately('wait', waiting)
      ])
      return { runMs: forecastRunMs(runs, size, job.firstEstimate), waitMs }
    }
  }
}

/**
 * How long a run about so many ids will take: the median of runs of half to twice the size; when there are too few of them, the
 * first guess corrected by the median of how far it was off.
 */
export function forecastRunMs(runs: readonly Run[], size: number, first: JobDefinition['firstEstimate']): number {
  const guess = (of: number) => Math.max(1, first.baseMs + first.perIdMs * of)
  const alike = runs.filter(run => run.size >= size / 2 && run.size <= size * 2)
  if (alike.length >= likeEnough) return Math.round(median(alike.map(run => run.runMs)))
  if (runs.length === 0) return Math.round(guess(size))
  return Math.round(guess(size) * median(runs.map(run => run.runMs / guess(run.size))))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
