import type { Interactions } from '../../analytics/interactions/scope.ts'
import type { OpenRecording } from './recording.ts'

/** Everything that belongs to a recording; `now` closes one that runs. Unix seconds. */
export function interactionsOf(recording: OpenRecording, now: number): Interactions {
  const { service, program, hash, start, end, isSinceStart } = recording
  return {
    service,
    recordingFilter: program.filter,
    tagsHash: program.rules.length > 0 ? hash : '',
    filter: null,
    start: isSinceStart ? start : 0,
    end: end ?? now
  }
}
