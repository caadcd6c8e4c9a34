import { type Static, Type } from 'typebox'
import { standingRecordingId } from '../../jobs/recordings/standing-recording.ts'
import { parse } from '../../parse.ts'
import type { ApiClient } from '../api-client.ts'
import { askTask, type Task, taskApi } from '../ask-task.ts'
import { BadOutcome } from '../exit-codes.ts'
import { recorded, type TaskQuestion } from './task-questions.ts'

const service = 'twitter'
const Compiled = Type.Object({ hash: Type.String() })
const Started = Type.Object({ id: Type.String() })
const Recordings = Type.Object({ subscriptions: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) })

/** The demo's recording: the one that an earlier run has started, or a new one. */
export async function startRecording(api: ApiClient): Promise<string> {
  const path = `${taskApi}/${service}`
  const known: Static<typeof Recordings> = parse(
    Recordings,
    await api.call('GET', `${path}/get`, { query: { per_page: 100 } })
  )
  const found = known.subscriptions.find(({ name }) => name === recorded.name)
  if (found) return found.id
  const { hash } = parse(Compiled, await api.call('POST', `${path}/compile`, { body: { csdl: recorded.csdl } }))
  const body = { hash, name: recorded.name }
  return parse(Started, await api.call('POST', `${path}/start`, { body })).id
}

/** The body of the call that asks a question. */
export function taskBody(question: TaskQuestion, recordingId: string) {
  const { title, type, isRecorded, parameters } = question
  return { subscription_id: isRecorded ? recordingId : standingRecordingId(service), name: title, type, parameters }
}

/** Asks a question and answers its task, completed. */
export async function answerTo(
  api: ApiClient,
  question: TaskQuestion,
  recordingId: string,
  signal: AbortSignal
): Promise<Task> {
  const { subscription_id, name, type, parameters } = taskBody(question, recordingId)
  const asked = { service, type, recordingId: subscription_id, name, parameters } as const
  const task = await askTask(api, asked, { signal, onTask: () => {} })
  if (task.status !== 'completed') throw new BadOutcome([`"${name}" ended as ${task.status}.`, task.message ?? ''])
  return task
}
