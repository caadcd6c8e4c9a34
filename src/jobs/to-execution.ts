import Type from 'typebox'
import type { ProfileId } from '../model/ids.ts'
import { parse } from '../parse.ts'
import type { ExecutionRow } from '../store/schema.ts'
import type { Execution, ExecutionState } from './execution.ts'
import type { JobRequest } from './read-request.ts'

const Texts = Type.Array(Type.String())
const none: readonly string[] = []

/** A row as everybody outside sees it. Its ids are read only when they are asked for: a status poll should not pay for them. */
export function toExecution(row: ExecutionRow): Execution {
  return {
    id: row.id,
    accountId: row.account_id,
    job: row.job,
    get ids() {
      return readStoredRequest(row.request).ids
    },
    state: seenState(row),
    progress: row.progress,
    attempt: row.tries,
    labels: readTexts(row.labels),
    externalId: row.external_id,
    project: row.project,
    user: row.asked_by,
    version: row.version,
    configuration: row.configuration,
    dispatch: row.dispatch,
    errors: readTexts(row.errors),
    warnings: readTexts(row.warnings),
    submittedAt: row.submitted_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    estimate: { runMs: row.estimate_run_ms, waitMs: row.estimate_wait_ms }
  }
}

// Who has seen a job running is not told that it is queued again when its worker was lost.
export function seenState({ state, started_at }: Pick<ExecutionRow, 'state' | 'started_at'>): ExecutionState {
  return started_at !== null && (state === 'queued' || state === 'claimed') ? 'running' : state
}

export function readTexts(json: string): readonly string[] {
  return json === '[]' ? none : parse(Texts, JSON.parse(json))
}

const StoredRequest = Type.Object({ ids: Texts, options: Type.Record(Type.String(), Type.Unknown()) })

export function readStoredRequest(json: string): JobRequest {
  const { ids, options } = parse(StoredRequest, JSON.parse(json))
  return { ids: ids as ProfileId[], options } // readRequest stores ids only.
}
