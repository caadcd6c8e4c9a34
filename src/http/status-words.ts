import type { ExecutionState } from '../jobs/execution.ts'

/** The words of the Execute API for the states of a job's life. */
export const statusWords = {
  queued: 'SUBMITTED',
  claimed: 'ACCEPTED',
  running: 'RUNNING',
  finished: 'FINISHED',
  failed: 'FAILED',
  stopped: 'KILLED',
  'invalid-result': 'INVALID_RESULT'
} as const satisfies Record<ExecutionState, string>

/** Words that the public schemas list and that no execution here ever has: a wrong request is refused, not stored. */
const unusedWords = ['INVALID', 'INVALID_REQUEST', 'UNKNOWN'] as const

export const allStatusWords = [...Object.values(statusWords), ...unusedWords] as const

const statesByWord = new Map<string, ExecutionState>(
  Object.entries(statusWords).map(([state, word]) => [word, state as ExecutionState]) // Object.entries forgets the literal type.
)

/** The states that a list of status words stands for; nothing when one of them is no status word. */
export function statesOf(words: readonly string[]): ExecutionState[] | undefined {
  if (!words.every(word => (allStatusWords as readonly string[]).includes(word))) return undefined
  return words.flatMap(word => statesByWord.get(word) ?? [])
}
