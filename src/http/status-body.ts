import type { Static } from 'typebox'
import type { Execution } from '../jobs/execution.ts'
import { statusWords } from './status-words.ts'
import type { StatusResponse } from './wire-schemas.ts'

function resultPath(execution: string): string {
  return `/resources/${execution}/result.json`
}

/** An execution as `/status`, `/stop` and `/executions` show it. */
export function statusBody(execution: Execution): Static<typeof StatusResponse> {
  return {
    execution: execution.id,
    status: statusWords[execution.state],
    job: execution.job,
    labels: [...execution.labels],
    externalId: execution.externalId,
    project: execution.project,
    user: execution.user,
    version: execution.version,
    configuration: execution.configuration,
    dispatch: execution.dispatch,
    progress: execution.progress,
    errors: [...execution.errors],
    warnings: [...execution.warnings],
    submitted_at: isoTime(execution.submittedAt),
    started_at: execution.startedAt === null ? null : isoTime(execution.startedAt),
    finished_at: execution.finishedAt === null ? null : isoTime(execution.finishedAt),
    runMs: runMs(execution),
    waitMs: waitMs(execution),
    ...(execution.state === 'finished' && { result: resultPath(execution.id) })
  }
}

const texts = new WeakMap<Execution, string>()

/** The status body as JSON text, made once for each time that an execution was read: polls make up most requests. */
export function statusText(execution: Execution): string {
  const known = texts.get(execution)
  if (known !== undefined) return known
  const text = JSON.stringify(statusBody(execution))
  texts.set(execution, text)
  return text
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString()
}

function waitMs({ submittedAt, startedAt, finishedAt, estimate }: Execution): number {
  const ended = startedAt ?? finishedAt // Stopped before it started: it waited until then.
  return ended === null ? estimate.waitMs : Math.max(0, ended - submittedAt)
}

function runMs({ startedAt, finishedAt, estimate }: Execution): number {
  if (finishedAt === null) return estimate.runMs
  return startedAt === null ? 0 : Math.max(0, finishedAt - startedAt)
}
