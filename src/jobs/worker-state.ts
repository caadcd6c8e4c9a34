import type { Privacy } from '../analytics/privacy.ts'
import type { Logger } from '../log.ts'
import type { TraitSettings } from '../model/traits.ts'
import type { Database } from '../store/database.ts'
import type { ExecutionRow } from '../store/schema.ts'
import type { Warehouse } from '../store/warehouse.ts'
import type { ExecutionRows } from './execution-rows.ts'
import type { Jobs } from './load-jobs.ts'
import type { RunTask } from './tasks/run-task.ts'

/** For metrics: a try of a job ended. */
type JobEnd = { readonly job: string; readonly state: string; readonly runMs: number }

export type WorkerOptions = {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly jobs: Jobs
  readonly runTask: RunTask
  readonly privacy: Privacy
  readonly traits: TraitSettings
  /** Jobs at once. */
  readonly concurrency: number
  readonly log: Logger
  /** The public API's word for a finished execution, written into results. */
  readonly finishedWord: string
  /** Whether no other worker can be alive (the data folder is locked): what a killed one left is then taken back at once. */
  readonly alone: boolean
  readonly now?: () => number
  /** How long a worker that is not heard of keeps its jobs. */
  readonly leaseMs?: number
  /** How long running jobs may go on when the worker is stopped, before they are put back. */
  readonly graceMs?: number
  /** Every so many results of a job are checked against its schema, beginning with the first; 1 = all. */
  readonly checkEvery?: number
  readonly observe?: (end: JobEnd) => void
}

/** A job that runs here. */
export type Running = { readonly row: ExecutionRow; readonly abort: AbortController; readonly ended: Promise<void> }

/** Why a running job is aborted: its client stopped it, its lease is lost, or the worker is stopping. */
export type AbortReason = 'stopped' | 'lost' | 'draining'

/** What the parts of one worker share. */
export type WorkerState = Required<WorkerOptions> & {
  readonly id: string
  readonly rows: ExecutionRows
  readonly running: Map<string, Running>
  /** Tasks that strategies which run here have spawned, while they run. */
  readonly children: Map<string, AbortController>
  /** How often each job ran, to check some of its results. */
  readonly runs: Map<string, number>
}
