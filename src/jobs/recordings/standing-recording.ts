import { createHash } from 'node:crypto'
import type { Service } from '../../model/ids.ts'

/** The id of the recording of everything that a service holds: the same on every server, so that scripts can name it. */
export function standingRecordingId(service: Service): string {
  return createHash('sha256').update(`demograph: everything of ${service}`).digest('hex').slice(0, 40)
}
