import { type ProfileId, readIdReference, type Service, services, toProfileId } from '../../model/ids.ts'
import { UnreadableRecord } from '../unreadable-record.ts'

/** An account's id, with its service in front or bare (then `service` is its own); throws UnreadableRecord, naming the field. */
export function readId(value: unknown, service: Service, field: string): ProfileId {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new UnreadableRecord(`${field} is a number that was rounded: ${value}`)
  }
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text === '') throw new UnreadableRecord(`no ${field}`)
  const bare = toProfileId(service, text)
  if (bare) return bare
  const reference = readIdReference(text)
  if (reference.kind === 'id') return reference.id
  throw new UnreadableRecord(`${field} is no ${service} id: ${text.slice(0, 100)}`)
}

/** Like readId, or null when there is none. */
export function readIdOrNull(value: unknown, service: Service): ProfileId | null {
  if (value === null || value === undefined || value === '') return null
  try {
    return readId(value, service, 'id')
  } catch (error) {
    if (error instanceof UnreadableRecord) return null
    throw error
  }
}

/**
 * The author of a post: an id, or else a handle, which then stands as `service:@handle` until somebody knows whose it is,
 * as the other end of an interaction may. A handle of digits only needs an @ in front of it.
 */
export function readAuthor(value: unknown, service: Service, field: string): ProfileId {
  const id = readIdOrNull(value, service)
  if (id !== null) return id
  const handle = typeof value === 'string' ? value.replace(/^@/, '') : ''
  if (!services[service].handle.test(handle)) throw new UnreadableRecord(`${field} is no ${service} id or handle`)
  return handleReference(handle, service) as ProfileId
}

/** `service:@handle`, lower case. */
export function handleReference(handle: string, service: Service): string {
  return `${service}:@${handle.toLowerCase()}`
}

/** The id of a post with its service in front; throws UnreadableRecord. */
export function readPostId(value: unknown, service: Service): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new UnreadableRecord(`the post's id is a number that was rounded: ${value}`)
  }
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text === '') throw new UnreadableRecord('no id of the post')
  const native = text.startsWith(`${service}:`) ? text.slice(service.length + 1) : text
  const isRight = service === 'twitter' ? /^\d{1,19}$/.test(native) : /^\S{1,512}$/.test(native)
  if (!isRight) throw new UnreadableRecord(`no ${service} id of a post: ${text.slice(0, 100)}`)
  return `${service}:${native}`
}
