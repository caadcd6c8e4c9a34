import type { JsonObject } from '../../json-object.ts'
import { eachItem } from '../each-item.ts'
import type { ImportFormat, ImportSink } from '../import-format.ts'
import { shareOf } from '../recognise.ts'
import { endsOfOptions, noEnds, putMember } from '../twitter/known-ends.ts'
import { putSeen } from '../twitter/put-seen.ts'
import { readV2Page, type V2Page } from '../twitter/v2-page.ts'
import { isV2Post, putV2Post } from '../twitter/v2-post.ts'
import { isV2User, v2Profile } from '../twitter/v2-user.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { objectOf, objectsOf, parseJson } from '../values/json.ts'

export default {
  name: 'x-v2',
  summary:
    'X API v2: answers with data and includes, lines of twarc, single users and posts; --columns followee=ID or ' +
    'follower=ID says whose followers or followed accounts a page lists',
  records: 'json',
  takesColumns: true,
  recognise: records =>
    0.9 *
    shareOf(records, record => {
      const value = objectOf(parseJson(record))
      if (!value) return false
      const page = readV2Page(value, noEnds, { service: 'twitter', observedAt: 0, columns: new Map(), timeZone: 'UTC' })
      return (
        [...page.data, ...page.users, ...page.posts].some(item => isV2User(item) || isV2Post(item)) || hasErrors(value)
      )
    }),
  reader: options => {
    const ends = endsOfOptions(options)
    return (record, sink) => {
      const value = objectOf(parseJson(record))
      if (!value) throw new UnreadableRecord('no JSON object')
      putPage(sink, value, readV2Page(value, ends, options))
    }
  }
} satisfies ImportFormat

function putPage(sink: ImportSink, value: JsonObject, page: V2Page): void {
  const isKnown = page.data.some(item => isV2User(item) || isV2Post(item)) || page.users.length + page.posts.length > 0
  if (!isKnown) throw new UnreadableRecord(unknownPage(value))
  eachItem(sink, page.users, user => putSeen(sink, v2Profile(user, page.observedAt)))
  // The data come last: they may stand among the included posts, too, there without the account that the options name.
  eachItem(sink, page.posts, post => putV2Post(sink, post, page, null))
  eachItem(sink, page.data, item => putItem(sink, item, page))
}

function putItem(sink: ImportSink, item: JsonObject, page: V2Page): void {
  if (isV2User(item)) {
    const profile = v2Profile(item, page.observedAt)
    putSeen(sink, profile)
    putMember(sink, profile.id, page.ends)
  } else if (isV2Post(item)) {
    // "Flattened" lines carry the author inside.
    const author = objectOf(item.author)
    if (author && isV2User(author)) putSeen(sink, v2Profile(author, page.observedAt))
    const post = putV2Post(sink, item, page, page.ends.author)
    const { liker } = page.ends
    if (liker && liker !== post.author) {
      sink.interaction({ from: liker, to: post.author, type: 'like', postId: post.id, createdAt: null })
    }
  } else throw new UnreadableRecord('neither a user nor a post')
}

function hasErrors(value: JsonObject): boolean {
  return objectsOf(value.errors).some(error => typeof error.title === 'string')
}

function unknownPage(value: JsonObject): string {
  const [error] = objectsOf(value.errors)
  const message = error?.detail ?? error?.title
  return typeof message === 'string' ? `an error of the API: ${message}` : 'neither users nor posts nor a page of them'
}
