import { ServiceError, Unavailable } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { ExecutionRow } from '../store/schema.ts'
import { maxTries } from './execution-rows.ts'

/** How a try of a job ended. */
export type Outcome =
  /** Without a text when the very same question was answered before: that result is its own. */
  | { readonly state: 'finished'; readonly json?: string }
  | { readonly state: 'failed' | 'invalid-result'; readonly errors: readonly string[] }
  /** To be tried again after a while. */
  | { readonly state: 'queued'; readonly afterMs: number }

export const failed = (errors: readonly string[]): Outcome => ({ state: 'failed', errors })

// A mistake stays one however often it is tried; a store that is away, or a bug, may be over in a moment.
export function outcomeOfError(
  error: unknown,
  row: ExecutionRow,
  { signal, log }: { readonly signal: AbortSignal; readonly log: Logger }
): Outcome {
  const isMistake = error instanceof ServiceError && !(error instanceof Unavailable)
  if (isMistake) return failed(error.errors)
  if (!signal.aborted) log.error({ err: error, execution: row.id, job: row.job, try: row.tries }, 'a job failed')
  if (row.tries < maxTries) return { state: 'queued', afterMs: 1_000 * 4 ** (row.tries - 1) }
  if (error instanceof Unavailable) return failed(error.errors)
  return failed([
    `The job failed ${maxTries} times for a reason on the server's side, which its log tells. Ask again to try once more`
  ])
}
