import type { Logger } from '../../log.ts'
import type { ExecutionRow } from '../../store/schema.ts'
import type { Warehouse } from '../../store/warehouse.ts'

/** The worker that runs a task, as the task sees it. */
export type TaskWorker = {
  readonly id: string
  readonly leaseMs: number
  readonly warehouse: Warehouse
  readonly signal: AbortSignal
  readonly log: Logger
  readonly now: () => number
  /** Runs a spawned task that this worker holds to its end, and writes how it ended. */
  runChild(row: ExecutionRow): Promise<void>
  /** Whether an execution runs in this process. */
  isRunning(id: string): boolean
}
