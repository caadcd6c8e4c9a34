import { isObject, type JsonObject } from '../json-object.ts'
import { type ProfileId, readIdReference, serviceNames } from '../model/ids.ts'
import { maxIds } from './request-members.ts'

/** Whom a body names, each once. */
type ReadIds = {
  readonly ids: readonly ProfileId[]
  /** `service:@handle`, in lower case. */
  readonly handles: readonly string[]
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

const maxSentences = 10

/** Reads `ids`, or `audience.items`: texts or objects with an `id`. Lists that are too long are refused unread. */
export function readIds(body: JsonObject): ReadIds {
  const items = listedItems(body)
  if (!items || items.length === 0) return refused(['A list of ids must be present'])
  if (items.length > maxIds) return refused([`Maximum of ${maxIds} ids may be provided`])
  const ids = new Set<ProfileId>()
  const handles = new Set<string>()
  const errors: string[] = []
  for (const [index, item] of items.entries()) {
    const text = textOf(item)
    const reference = text === undefined ? { kind: 'malformed' as const } : readIdReference(text)
    if (reference.kind === 'id') ids.add(reference.id)
    else if (reference.kind === 'handle') handles.add(`${reference.service}:@${reference.handle}`)
    else errors.push(sentence(index + 1, item, reference))
  }
  if (errors.length > 0) return refused(shortened(errors))
  const duplicates = items.length - ids.size - handles.size
  const repeated =
    duplicates === 1
      ? '1 id was given twice and is counted once'
      : `${duplicates} ids were given before and are counted once`
  return { ids: [...ids], handles: [...handles], errors, warnings: duplicates > 0 ? [repeated] : [] }
}

const refused = (errors: readonly string[]): ReadIds => ({ ids: [], handles: [], errors, warnings: [] })

function listedItems({ ids, audience }: JsonObject): readonly unknown[] | undefined {
  if (Array.isArray(ids)) return ids
  if (ids !== undefined && ids !== null) return undefined
  const items = isObject(audience) ? audience.items : undefined
  return Array.isArray(items) ? items : undefined
}

function textOf(item: unknown): string | undefined {
  const value = isObject(item) ? item.id : item
  return typeof value === 'string' ? value : undefined
}

function sentence(position: number, item: unknown, problem: { kind: string; service?: string }): string {
  if (problem.service !== undefined)
    return `Id ${position} is of a service that this server does not know: ${shown(problem.service)}. It knows ${serviceNames.join(', ')}`
  return `Id ${position} is malformed: ${shown(textOf(item) ?? item)}. An id is service:native_id, such as twitter:116679528`
}

const shown = (value: unknown) => {
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value) ?? 'nothing'
  return text.slice(0, 100)
}

function shortened(errors: readonly string[]): readonly string[] {
  if (errors.length <= maxSentences) return errors
  return [...errors.slice(0, maxSentences), `${errors.length - maxSentences} more ids cannot be read`]
}
