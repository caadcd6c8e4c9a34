import { isObject, type JsonObject } from '../../json-object.ts'
import { eachItem } from '../each-item.ts'
import type { ImportFormat, ImportOptions, ImportSink } from '../import-format.ts'
import { shareOf } from '../recognise.ts'
import { endsOfOptions, type KnownEnds, namesEnds, putMember } from '../twitter/known-ends.ts'
import { putRelationship } from '../twitter/v11-relationship.ts'
import { isV11Status, putV11Status, putV11User } from '../twitter/v11-status.ts'
import { isV11User } from '../twitter/v11-user.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { objectOf, objectsOf, parseJson, parseJsonRounding } from '../values/json.ts'
import { readId } from '../values/read-id.ts'

/** Names of the lists in pages: cursored lists, search, premium search, memberships of lists. */
const lists = ['users', 'statuses', 'results', 'lists']

export default {
  name: 'twitter-v11',
  summary:
    'Twitter API v1.1: users, statuses and pages of them ({"users": …}, {"statuses": …}, {"ids": …}); ' +
    '--columns followee=ID or follower=ID says whose followers or friends a page lists',
  records: 'json',
  takesColumns: true,
  recognise: (records, options) => {
    // A bare list of ids could be anything, unless it is said whose followers or friends they are.
    const saysWhose = namesEnds(options)
    return (
      0.9 *
      shareOf(records, record => {
        const value = parse(record)
        return isObject(value) ? looksKnown(value) : saysWhose && /^\d{1,19}$/.test(String(value))
      })
    )
  },
  reader: options => {
    const ends = endsOfOptions(options)
    return (record, sink) => putValue(sink, parse(record), ends, options)
  }
} satisfies ImportFormat

/** Objects carry their id as a text, too; only bare lists of ids need the exact numbers. */
function parse(record: string): unknown {
  return record.includes('"id_str"') ? parseJsonRounding(record) : parseJson(record)
}

function looksKnown(value: JsonObject): boolean {
  // A user without an id is rejected when it is read; here it still tells what the file is.
  const isUser = isV11User(value) || (typeof value.screen_name === 'string' && 'id_str' in value)
  if (isUser || isV11Status(value) || Array.isArray(value.ids) || isObject(value.relationship)) return true
  return lists.some(name => objectsOf(value[name]).some(looksKnown))
}

function putValue(sink: ImportSink, value: unknown, ends: KnownEnds, options: ImportOptions): void {
  const ids = isObject(value) ? value.ids : [value]
  const list = isObject(value) ? lists.map(name => value[name]).find(Array.isArray) : undefined
  if (Array.isArray(ids)) putIds(sink, ids, ends)
  else if (list) eachItem(sink, objectsOf(list), item => putItem(sink, item, ends, options))
  else if (isObject(value)) putItem(sink, value, ends, options)
}

function putItem(sink: ImportSink, item: JsonObject, ends: KnownEnds, options: ImportOptions): void {
  if (isV11Status(item)) {
    const post = putV11Status(sink, item, ends.author, options)
    if (ends.liker && ends.liker !== post.author) {
      sink.interaction({ from: ends.liker, to: post.author, type: 'like', postId: post.id, createdAt: null })
    }
  } else if (isV11User(item)) putMember(sink, putV11User(sink, item, options), ends)
  else if (isObject(item.relationship)) putRelationship(sink, item.relationship, options)
  else {
    // Lists of accounts, say, are of no use here, but their owners are.
    const user = objectOf(item.user)
    if (!user || !isV11User(user)) throw new UnreadableRecord(unknownItem(item))
    putV11User(sink, user, options)
  }
}

function unknownItem(item: JsonObject): string {
  if (typeof item.screen_name === 'string') return 'a user without an id'
  const [error] = objectsOf(item.errors)
  const message = error?.message ?? item.error
  return typeof message === 'string'
    ? `an error of the API: ${message}`
    : 'neither a user nor a status nor a page of them'
}

function putIds(sink: ImportSink, ids: readonly unknown[], ends: KnownEnds): void {
  if (!ends.followee && !ends.follower) {
    throw new UnreadableRecord('a list of ids that does not say whose; say --columns followee=ID or follower=ID')
  }
  eachItem(sink, ids, id => putMember(sink, readId(id, 'twitter', 'id'), ends))
}
