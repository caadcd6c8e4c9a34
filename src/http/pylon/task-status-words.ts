import type { ExecutionState } from '../../jobs/execution.ts'
import type { TaskState } from '../../jobs/tasks/task.ts'

/** The words of the Task API for the states that a list can be asked for. */
const taskStatusWords = {
  queued: 'queued',
  running: 'running',
  finished: 'completed',
  failed: 'failed'
} as const satisfies Record<TaskState, string>

export const allTaskStatusWords = Object.values(taskStatusWords)

/** The state that a word stands for. */
export function taskStateOf(word: (typeof allTaskStatusWords)[number]): TaskState {
  const [state] = Object.entries(taskStatusWords).find(([, known]) => known === word) ?? []
  return state as TaskState // Every word stands for one.
}

const seen: Record<ExecutionState, TaskState> = {
  queued: 'queued',
  claimed: 'queued',
  running: 'running',
  finished: 'finished',
  failed: 'failed',
  stopped: 'failed',
  'invalid-result': 'failed'
}

export function taskStatusWord(state: ExecutionState): string {
  return taskStatusWords[seen[state]]
}
