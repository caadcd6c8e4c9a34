import type { JsonObject } from '../../json-object.ts'
import type { ProfileId } from '../../model/ids.ts'
import type { Mention, Post, PostKind } from '../../model/post.ts'
import type { ImportOptions, ImportSink } from '../import-format.ts'
import { putPost } from '../post-interactions.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { countOf, textOf } from '../values/cells.ts'
import { objectOf, objectsOf } from '../values/json.ts'
import { readId, readIdOrNull, readPostId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import { retweetedAuthor, startsAsRetweet } from '../values/retweeted-author.ts'
import { textEntities } from '../values/text-entities.ts'
import { clientName } from './client-name.ts'
import { putSeen } from './put-seen.ts'
import { snowflakeTime } from './snowflake-time.ts'
import { isV11User, v11Profile } from './v11-user.ts'

/** A status inside of a status inside of a status: more than Twitter ever nests. */
const deepest = 4

/** Whether an object is a status of API v1.1: an id, a time and a text. */
export function isV11Status(value: JsonObject): boolean {
  const hasText = typeof value.text === 'string' || typeof value.full_text === 'string'
  return hasText && ('id_str' in value || 'id' in value) && ('user' in value || 'in_reply_to_user_id_str' in value)
}

/** Hands over a user, and the latest status inside of it. */
export function putV11User(sink: ImportSink, user: JsonObject, options: ImportOptions, depth = 0): ProfileId {
  const profile = v11Profile(user, options)
  putSeen(sink, profile)
  const status = objectOf(user.status)
  // A stub, {}, stands for the status of a protected account.
  if (status && isV11Status({ user: null, ...status })) putV11Status(sink, status, profile.id, options, depth + 1)
  return profile.id
}

/**
 * Hands over a status, its author, the accounts that it names and the statuses inside of it; answers the post.
 * `owner` is its author where it stands inside of a user.
 */
export function putV11Status(
  sink: ImportSink,
  status: JsonObject,
  owner: ProfileId | null,
  options: ImportOptions,
  depth = 0
): Post {
  const author = authorOf(sink, status, owner, options, depth)
  const inner = (name: string) => {
    const found = objectOf(status[name])
    return found && depth < deepest && objectOf(found.user)
      ? putV11Status(sink, found, null, options, depth + 1)
      : undefined
  }
  const references: References = {
    retweeted: inner('retweeted_status')?.author ?? null,
    quoted: inner('quoted_status')?.author ?? null,
    answered: readIdOrNull(status.in_reply_to_user_id_str ?? status.in_reply_to_user_id, 'twitter')
  }
  const content = contentOf(sink, status, options)
  const kind = kindOf(status, content.text, references)
  const id = readPostId(status.id_str ?? status.id, 'twitter')
  const post: Post = {
    id,
    author,
    createdAt: timeOf(status, id, options),
    kind,
    refAuthor: refAuthorOf(kind, content, references),
    lang: textOf(status.lang),
    ...content,
    client: clientName(status.source),
    retweets: countOf(status.retweet_count),
    favorites: countOf(status.favorite_count),
    place: textOf(objectOf(status.place)?.full_name),
    coordinates: pointOf(status)
  }
  const { answered } = references
  if (answered && typeof status.in_reply_to_screen_name === 'string') {
    sink.account({ id: answered, handle: status.in_reply_to_screen_name, name: null, observedAt: options.observedAt })
  }
  putPost(sink, post, kind === 'quote' ? answered : null)
  return post
}

/** Authors of the statuses inside of it, and whom it answers. */
type References = {
  readonly retweeted: ProfileId | null
  readonly quoted: ProfileId | null
  readonly answered: ProfileId | null
}

function kindOf(status: JsonObject, text: string | null, { retweeted, quoted, answered }: References): PostKind {
  if (retweeted || startsAsRetweet(text)) return 'retweet'
  if (quoted) return 'quote'
  if (answered) return 'reply'
  return isQuote(status) ? 'quote' : 'post'
}

function refAuthorOf(kind: PostKind, { text, mentions }: Content, { retweeted, quoted, answered }: References) {
  const authors = {
    retweet: retweeted ?? retweetedAuthor(text, mentions, 'twitter'),
    quote: quoted,
    reply: answered,
    post: null
  }
  return authors[kind]
}

function authorOf(
  sink: ImportSink,
  status: JsonObject,
  owner: ProfileId | null,
  options: ImportOptions,
  depth: number
): ProfileId {
  const user = objectOf(status.user)
  if (user && isV11User(user)) return putV11User(sink, user, options, depth)
  if (user) return readId(user.id_str ?? user.id, 'twitter', 'user.id_str')
  if (owner) return owner
  throw new UnreadableRecord('a status without its user; say --columns author=ID')
}

function timeOf(status: JsonObject, id: string, options: ImportOptions): number {
  const time = readTime(status.created_at, options.timeZone) ?? snowflakeTime(id)
  if (time === undefined) throw new UnreadableRecord(`a status without a time that can be read: ${status.created_at}`)
  return time
}

type Content = Pick<Post, 'text' | 'hashtags' | 'mentions' | 'urls'>

/** The whole text and its entities: in extended mode, in compatibility mode, or as the streaming API nests them. */
function contentOf(sink: ImportSink, status: JsonObject, options: ImportOptions): Content {
  const extended = objectOf(status.extended_tweet)
  const text = textOf(extended?.full_text) ?? textOf(status.full_text) ?? textOf(status.text)
  const entities = objectOf(extended?.entities) ?? objectOf(status.entities)
  // Asked not to, the API leaves the entities out.
  if (!entities) return { text, ...textEntities(text ?? '', 'twitter') }
  return {
    text,
    hashtags: objectsOf(entities.hashtags).flatMap(tag => textOf(tag.text) ?? []),
    mentions: mentionsOf(sink, entities, options),
    urls: objectsOf(entities.urls).flatMap(linkOf)
  }
}

function mentionsOf(sink: ImportSink, entities: JsonObject, options: ImportOptions): Mention[] {
  return objectsOf(entities.user_mentions).flatMap(mention => {
    const id = readIdOrNull(mention.id_str ?? mention.id, 'twitter')
    const handle = textOf(mention.screen_name)
    if (id) sink.account({ id, handle, name: textOf(mention.name), observedAt: options.observedAt })
    return id || handle ? { id, handle: handle?.toLowerCase() ?? null } : []
  })
}

function isQuote(status: JsonObject): boolean {
  return typeof status.quoted_status_id_str === 'string' || typeof status.quoted_status_id === 'number'
}

function linkOf(url: JsonObject): string | [] {
  return textOf(objectOf(url.unwound)?.url) ?? textOf(url.expanded_url) ?? textOf(url.url) ?? []
}

/** `coordinates` is GeoJSON, longitude first; the older `geo` has the latitude first. */
function pointOf(status: JsonObject): Post['coordinates'] {
  const geoJson = objectOf(status.coordinates)?.coordinates
  const [longitude, latitude] = Array.isArray(geoJson) ? geoJson : []
  if (typeof latitude === 'number' && typeof longitude === 'number') return { latitude, longitude }
  const geo = objectOf(status.geo)?.coordinates
  const [lat, lon] = Array.isArray(geo) ? geo : []
  return typeof lat === 'number' && typeof lon === 'number' ? { latitude: lat, longitude: lon } : null
}
