import { createHash } from 'node:crypto'
import type { Program } from '../../languages/csdl/tree.ts'
import type { Service } from '../../model/ids.ts'
import type { Recording } from './recording.ts'

/** The id of the recording of everything that a service holds: the same on every server, so that scripts can name it. */
export function standingRecordingId(service: Service): string {
  return createHash('sha256').update(`demograph: everything of ${service}`).digest('hex').slice(0, 40)
}

/** The hash that standing recordings name: of a filter that keeps everything, which nobody can write. */
export const standingHash = createHash('sha256').update('demograph: everything').digest('hex').slice(0, 32)

export const everything: Program = { rules: [], imports: [], filter: null }

/** The recording of everything that a service holds. `span`: from when to when its interactions are. */
export function standingRecording(service: Service, span: { readonly oldest: number }): Recording {
  return {
    id: standingRecordingId(service),
    service,
    identityId: null,
    name: `Everything of ${service}`,
    hash: standingHash,
    start: Math.floor(span.oldest / 1000),
    end: null,
    isSinceStart: false,
    createdAt: span.oldest
  }
}
