import type { ProfileId } from '../model/ids.ts'
import type { ExecutionRow } from '../store/schema.ts'
import type { Caller } from '../store/verify-token.ts'

/** The states of a job's life, drawn in docs/state-machine.md. The words of the public APIs are translated in http/. */
export type ExecutionState = ExecutionRow['state']

export const finalStates: ReadonlySet<ExecutionState> = new Set(['finished', 'failed', 'stopped', 'invalid-result'])

/** What a client may write beside the question and gets back with the status; not part of the fingerprint. */
type ExecutionNotes = {
  readonly labels: readonly string[]
  readonly externalId: string | null
  readonly project: string | null
  readonly user: string | null
  readonly version: string | null
  readonly configuration: string | null
  readonly dispatch: string | null
}

/** One asked question and how far it is. Times are ms since 1970. */
export type Execution = ExecutionNotes & {
  /** 26 lower-case letters and digits: the fingerprint of account, job, request, corpus revision and engine version. */
  readonly id: string
  readonly accountId: string
  readonly job: string
  readonly ids: readonly ProfileId[]
  /** Running from its first start to its end: waiting for another try is no step back. */
  readonly state: ExecutionState
  /** 0–100, never falls. */
  readonly progress: number
  /** Tries since it was last asked for. */
  readonly attempt: number
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly submittedAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** The honest forecast made when it was submitted. */
  readonly estimate: { readonly runMs: number; readonly waitMs: number }
}

/** Whether a request can run, and the forecast; `errors` is empty for a valid one. */
export type Estimate = {
  readonly valid: boolean
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly runMs: number
  readonly waitMs: number
}

export type StoredResult = {
  /** The result, as JSON text. */
  readonly json: string
  /** A strong validator for conditional requests, quotes included. */
  readonly etag: string
}

export type ExecutionFilter = {
  readonly job?: string
  readonly label?: string
  readonly states?: readonly ExecutionState[]
  readonly user?: string
  readonly project?: string
}

/** The life of jobs as everybody outside the room sees it (HTTP and the command line make the same calls). */
export type Executions = {
  /** Throws NotFound('Invalid job type') for an unknown job. */
  estimate(caller: Caller, job: string, body: unknown): Promise<Estimate>
  /**
   * Stores the question and wakes a worker; `isNew` is false when this very question is answered or under way already.
   * Throws NotFound for an unknown job, InvalidRequest with the estimate's errors, TooMany over the account's limit.
   */
  submit(
    caller: Caller,
    job: string,
    body: unknown,
    options?: { fresh?: boolean }
  ): Promise<{ execution: Execution; isNew: boolean }>
  /** Throws NotFound, also for another account's execution. */
  get(caller: Caller, id: string): Promise<Execution>
  list(
    caller: Caller,
    filter: ExecutionFilter,
    page: { max: number; offset: number }
  ): Promise<{ totalItems: number; items: Execution[] }>
  /** Ends queued and running work, the running query included; a final state stays as it is. */
  stop(caller: Caller, id: string): Promise<Execution>
  /** Nothing while it is unfinished. Throws NotFound, and Gone once removed or expired. */
  result(caller: Caller, id: string): Promise<StoredResult | undefined>
  removeResult(caller: Caller, id: string): Promise<void>
  /** Resolves when the execution has changed since, or after the given time: for progress streams. */
  changed(id: string, timeoutMs: number, signal?: AbortSignal): Promise<void>
}
