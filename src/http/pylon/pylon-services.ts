import type { Recordings } from '../../jobs/recordings/recording.ts'
import type { Tasks } from '../../jobs/tasks/task.ts'
import type { RateLimits } from './rate-limits.ts'

/** The rest of the program, as the Task API needs it. */
export type PylonServices = {
  readonly recordings: Recordings
  readonly tasks: Tasks
  readonly rateLimits: RateLimits
}
