import type { FastifyRequest } from 'fastify'
import type { Task } from '../../jobs/tasks/task.ts'
import { isSince } from './pylon-call.ts'
import { taskStatusWord } from './task-status-words.ts'

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
    created_at: Math.floor(task.createdAt / 1000),
    updated_at: Math.floor(task.updatedAt / 1000)
  }
}

// Nothing to say was null until 1.5.
function messageOf(request: FastifyRequest, { message, state }: Task): string | null {
  if (message !== '') return message
  if (state === 'stopped') return 'The task was stopped'
  return isSince(request.raw, '1.6') ? '' : null
}
