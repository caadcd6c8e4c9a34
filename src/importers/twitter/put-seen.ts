import type { Profile } from '../../model/profile.ts'
import type { ImportSink } from '../import-format.ts'

/**
 * Hands over a user as a profile; one that was cut to its names, as an account. As a profile, being newer, it would take
 * the place of a full one.
 */
export function putSeen(sink: ImportSink, profile: Profile): void {
  const isFull = profile.followers !== null || profile.published !== null || profile.summary !== null
  const { id, handle, name, observedAt } = profile
  if (isFull) sink.profile(profile)
  else sink.account({ id, handle, name, observedAt })
}
