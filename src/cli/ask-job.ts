import { setTimeout as delay } from 'node:timers/promises'
import type { Static } from 'typebox'
import { Stopped } from '../errors.ts'
import { ExecuteResponse, StatusResponse } from '../http/wire-schemas.ts'
import { parse } from '../parse.ts'
import type { ApiClient } from './api-client.ts'

export type Status = Static<typeof StatusResponse>

export type JobQuestion = {
  readonly job: string
  readonly body: Readonly<Record<string, unknown>>
  /** Computes anew what is answered already. */
  readonly isFresh: boolean
}

/**
 * Submits a question and follows it until its state is final. When the signal is aborted the execution is stopped on the
 * server, and Stopped is thrown.
 */
export async function askJob(
  api: ApiClient,
  question: JobQuestion,
  watch: { readonly signal: AbortSignal; onStatus(status: Status): void }
): Promise<Status> {
  const path = `/execute/${encodeURIComponent(question.job)}`
  const query = question.isFresh ? { fresh: true } : {}
  const { execution } = parse(ExecuteResponse, await api.call('POST', path, { body: question.body, query }))
  for (let pauseMs = 30; ; pauseMs = Math.min(500, pauseMs * 1.5)) {
    if (watch.signal.aborted) throw await stopped(api, execution)
    const status = await statusOf(api, execution)
    watch.onStatus(status)
    if (finalWords.has(status.status)) return status
    await delay(pauseMs, undefined, { signal: watch.signal }).catch(() => {}) // An abort is looked at above.
  }
}

/** Where an execution stands. Throws NotFound. */
export async function statusOf(api: ApiClient, execution: string): Promise<Status> {
  return parse(StatusResponse, await api.call('GET', '/status', { query: { execution } }))
}

const finalWords = new Set<string>(['FINISHED', 'FAILED', 'KILLED', 'INVALID', 'INVALID_REQUEST', 'INVALID_RESULT'])

async function stopped(api: ApiClient, execution: string): Promise<Stopped> {
  const { status } = parse(StatusResponse, await api.call('POST', '/stop', { query: { execution } }))
  return new Stopped(`Interrupted: the execution ${execution} is ${status}.`)
}
