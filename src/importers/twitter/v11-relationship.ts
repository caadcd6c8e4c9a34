import type { JsonObject } from '../../json-object.ts'
import type { ImportOptions, ImportSink } from '../import-format.ts'
import { textOf } from '../values/cells.ts'
import { objectOf } from '../values/json.ts'
import { readId } from '../values/read-id.ts'

/** Hands over who follows whom of two accounts (`friendships/show`). */
export function putRelationship(sink: ImportSink, relationship: JsonObject, options: ImportOptions): void {
  const source = objectOf(relationship.source) ?? {}
  const target = objectOf(relationship.target) ?? {}
  const [from, to] = [source, target].map(account => {
    const id = readId(account.id_str ?? account.id, 'twitter', 'id_str')
    sink.account({ id, handle: textOf(account.screen_name), name: null, observedAt: options.observedAt })
    return id
  })
  if (!from || !to) return
  if (source.following === true) sink.follow(from, to)
  if (source.followed_by === true) sink.follow(to, from)
}
