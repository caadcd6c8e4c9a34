import { InvalidRequest } from '../../errors.ts'
import { hash40 } from './pylon-schemas.ts'
import type { Fields } from './read-fields.ts'
import { optionalText, requireHash } from './read-values.ts'

export const recordingParameter = { id: hash40('The recording.') }

/** The recording that a request means, by its id or, as before 1.3, by its hash. */
export function recordingNamed(fields: Fields): { readonly name: 'id' | 'hash'; readonly text: string } | undefined {
  for (const name of ['id', 'hash'] as const) {
    const text = optionalText(fields, name)
    if (text !== undefined) return { name, text }
  }
  return undefined
}

export function requireRecording(fields: Fields): string {
  const named = recordingNamed(fields)
  if (!named) throw new InvalidRequest('No id was supplied.')
  return requireHash(named.name, named.text)
}
