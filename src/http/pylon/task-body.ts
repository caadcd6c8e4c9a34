import type { FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { type Task, taskTypes } from '../../jobs/tasks/task.ts'
import { isSince } from './pylon-call.ts'
import { hash32, hash40, unixTime } from './pylon-schemas.ts'
import { allTaskStatusWords, taskStatusWord } from './task-status-words.ts'
import { unixSeconds } from './unix-seconds.ts'

const nullable = (schema: TSchema) => Type.Union([schema, Type.Null()])

export const TaskObject = Type.Object({
  id: hash40('The task.'),
  identity_id: hash32('The identity that submitted it.'),
  subscription_id: Type.String({ description: 'The recording that it is asked of.' }),
  name: Type.String(),
  type: Type.Enum([...taskTypes]),
  parameters: Type.Object({}, { description: 'As they were sent.' }),
  result: nullable(
    Type.Object({}, { description: 'Null until the task is completed, in lists, and where a task is ended.' })
  ),
  usage: Type.Object({ analysis_tasks: Type.Integer({ minimum: 0 }) }),
  steps_completed: nullable(Type.Integer({ minimum: 0 })),
  total_steps: nullable(Type.Integer({ minimum: 0 })),
  message: nullable(Type.String({ description: 'Why it failed.' })),
  status: Type.Enum([...allTaskStatusWords]),
  created_at: unixTime('When it was submitted.'),
  updated_at: unixTime('When it last changed.')
})

/** A task on the wire; times are unix seconds. */
export function taskBody(request: FastifyRequest, task: Task & { readonly result?: unknown }) {
  return {
    id: task.id,
    identity_id: task.identityId,
    subscription_id: task.recordingId,
    name: task.name,
    type: task.type,
    parameters: task.parameters,
    result: task.result ?? null,
    usage: { analysis_tasks: task.usage },
    steps_completed: task.stepsCompleted,
    total_steps: task.totalSteps,
    message: messageOf(request, task),
    status: taskStatusWord(task.state),
    created_at: unixSeconds(task.createdAt),
    updated_at: unixSeconds(task.updatedAt)
  }
}

// Nothing to say was null until 1.5.
function messageOf(request: FastifyRequest, { message }: Task): string | null {
  if (message !== '') return message
  return isSince(request.raw, '1.6') ? '' : null
}
