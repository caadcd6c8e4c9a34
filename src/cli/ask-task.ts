import { setTimeout as delay } from 'node:timers/promises'
import { type Static, Type } from 'typebox'
import { Stopped } from '../errors.ts'
import type { Service } from '../model/ids.ts'
import { parse } from '../parse.ts'
import type { ApiClient } from './api-client.ts'

/** The version of the Task API that the command line speaks. */
export const taskApi = '/v1.6/pylon'

/** A task as the Task API shows it. Times are unix seconds. */
export const Task = Type.Object({
  id: Type.String(),
  name: Type.String(),
  type: Type.String(),
  status: Type.String(),
  message: Type.Union([Type.String(), Type.Null()]),
  steps_completed: Type.Union([Type.Integer(), Type.Null()]),
  total_steps: Type.Union([Type.Integer(), Type.Null()]),
  created_at: Type.Integer(),
  updated_at: Type.Integer(),
  result: Type.Unknown()
})
export type Task = Static<typeof Task>

const Created = Type.Object({ id: Type.String() })

/** What a task is asked about. */
export type TaskQuestion = {
  readonly service: Service
  readonly type: 'analysis' | 'strategy'
  readonly recordingId: string
  readonly name: string
  readonly parameters: unknown
}

/** Submits a task and follows it until it is over. When the signal is aborted the task is stopped and Stopped is thrown. */
export async function askTask(
  api: ApiClient,
  question: TaskQuestion,
  watch: { readonly signal: AbortSignal; onTask(task: Task): void }
): Promise<Task> {
  const { service, type, recordingId, name, parameters } = question
  const body = { subscription_id: recordingId, name, type, parameters }
  const { id } = parse(Created, await api.call('POST', `${taskApi}/${service}/task`, { body }))
  const path = `${taskApi}/${service}/task/${type}/${id}`
  for (let pauseMs = 20; ; pauseMs = Math.min(500, pauseMs * 1.5)) {
    if (watch.signal.aborted) {
      await api.call('DELETE', path)
      throw new Stopped(`Interrupted: the task ${id} is stopped.`)
    }
    const task = parse(Task, await api.call('GET', path))
    watch.onTask(task)
    if (task.status === 'completed' || task.status === 'failed') return task
    await delay(pauseMs, undefined, { signal: watch.signal }).catch(() => {}) // An abort is looked at above.
  }
}
