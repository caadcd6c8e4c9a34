import { setTimeout as sleep } from 'node:timers/promises'
import { standingRecordingId } from '../../src/jobs/recordings/standing-recording.ts'
import type { Service } from '../../src/model/ids.ts'
import { testToken } from './app.ts'

/** A row of an analysis. */
export type Row = {
  readonly key: string | number
  readonly interactions: number
  readonly unique_authors: number
  readonly child?: Block
}

type Block = { readonly results: readonly Row[]; readonly redacted: boolean }

export type AnalysisAnswer = {
  readonly interactions: number
  readonly unique_authors: number
  readonly analysis: Block
}

export type Task = {
  readonly id: string
  readonly status: string
  readonly message: string | null
  readonly updated_at: number
  readonly result: unknown
}

const patienceMs = 60_000

/** A client of the Task API as its documentation prints it: `Authorization: username:api_key`, version 1.6. */
export function pylonAt(url: string, service: Service = 'twitter', credentials = `demo:${testToken}`) {
  const base = `${url}/v1.6/pylon/${service}`

  async function call(method: string, path: string, body?: unknown): Promise<Response> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const headers = {
      authorization: credentials,
      ...(body === undefined ? {} : { 'content-type': 'application/json' })
    }
    return fetch(`${base}${path}`, { method, headers, signal: AbortSignal.timeout(patienceMs), ...sent })
  }

  async function json<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await call(method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer // A test that expects something else fails where it looks.
  }

  const submit = (type: string, parameters: unknown, recordingId = standingRecordingId(service)) =>
    json<{ id: string }>('POST', '/task', { subscription_id: recordingId, name: 'a test', type, parameters })

  async function ended(type: string, id: string): Promise<Task> {
    const deadline = Date.now() + patienceMs
    for (;;) {
      const task = await json<Task>('GET', `/task/${type}/${id}`)
      if (task.status === 'completed' || task.status === 'failed') return task
      if (Date.now() > deadline) throw new Error(`the task ${id} is still ${task.status}`)
      await sleep(20)
    }
  }

  async function run<Result>(type: string, parameters: unknown, recordingId?: string): Promise<Result> {
    const { id } = await submit(type, parameters, recordingId)
    const { status, message, result } = await ended(type, id)
    if (status !== 'completed') throw new Error(`the task ended as ${status}: ${message}`)
    return result as Result // See json.
  }

  return {
    call,
    json,
    submit,
    ended,
    run,
    analyse: (parameters: unknown, recordingId?: string) => run<AnalysisAnswer>('analysis', parameters, recordingId)
  }
}
