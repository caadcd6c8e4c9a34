import type { Service } from '../../model/ids.ts'
import { readTexts, seenState } from '../to-execution.ts'
import type { Task } from './task.ts'
import type { StoredTask } from './task-rows.ts'

/** A stored task as everybody outside sees it. */
export function toTask(row: StoredTask): Task {
  const state = seenState({ state: row.execution_state, started_at: row.started_at })
  return {
    id: row.id,
    identityId: row.identity_id,
    recordingId: row.recording_id,
    service: row.service as Service, // Submitted for one.
    type: row.type,
    name: row.name,
    parameters: JSON.parse(row.parameters),
    state,
    usage: row.usage,
    stepsCompleted: row.steps_completed,
    totalSteps: row.total_steps,
    message: state === 'stopped' ? 'This task was stopped' : readTexts(row.errors).join('. '),
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }
}
