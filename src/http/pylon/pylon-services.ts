import type { Recordings } from '../../jobs/recordings/recording.ts'
import type { Reference } from '../../jobs/reference/reference.ts'
import type { Tasks } from '../../jobs/tasks/task.ts'
import type { AccountBook } from '../../store/account-book.ts'
import type { RateLimits } from './rate-limits.ts'

/** The rest of the program, as the Task API needs it. */
export type PylonServices = {
  readonly recordings: Recordings
  readonly tasks: Tasks
  readonly reference: Reference
  readonly accounts: AccountBook
  readonly rateLimits: RateLimits
}
