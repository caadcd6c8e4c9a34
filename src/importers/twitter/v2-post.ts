import type { JsonObject } from '../../json-object.ts'
import type { ProfileId } from '../../model/ids.ts'
import type { Mention, Post, PostKind } from '../../model/post.ts'
import type { ImportSink } from '../import-format.ts'
import { putPost } from '../post-interactions.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { countOf, textOf } from '../values/cells.ts'
import { objectOf, objectsOf } from '../values/json.ts'
import { readIdOrNull, readPostId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import { retweetedAuthor } from '../values/retweeted-author.ts'
import { textEntities } from '../values/text-entities.ts'
import { clientName } from './client-name.ts'
import { snowflakeTime } from './snowflake-time.ts'
import type { V2Page } from './v2-page.ts'

export function isV2Post(value: JsonObject): boolean {
  return typeof value.text === 'string' && 'id' in value && !('user' in value) && !('id_str' in value)
}

/** Hands over a post with the accounts that it names. */
export function putV2Post(sink: ImportSink, tweet: JsonObject, page: V2Page, owner: ProfileId | null): Post {
  const author = readIdOrNull(tweet.author_id, 'twitter') ?? owner
  if (!author) throw new UnreadableRecord('a post without author_id; say --columns author=ID')
  const id = readPostId(tweet.id, 'twitter')
  const createdAt = readTime(tweet.created_at, 'UTC') ?? snowflakeTime(id)
  if (createdAt === undefined) throw new UnreadableRecord('a post without a time')
  const text = textOf(tweet.text)
  const entities = objectOf(tweet.entities)
  // Asked for nothing but the default fields, the API leaves the entities out.
  const found = entities || tweet.public_metrics ? undefined : textEntities(text ?? '', 'twitter')
  const mentions: readonly Mention[] = found?.mentions ?? mentionsOf(sink, entities, page.observedAt)
  const answered = readIdOrNull(tweet.in_reply_to_user_id, 'twitter')
  const { kind, target } = referenceOf(tweet, answered)
  const referred = (target ? page.authorOf.get(target) : null) ?? null
  const refAuthors = {
    retweet: referred ?? retweetedAuthor(text, mentions, 'twitter'),
    quote: referred,
    reply: answered ?? referred,
    post: null
  }
  const metrics = objectOf(tweet.public_metrics)
  const geo = objectOf(tweet.geo)
  const post: Post = {
    id,
    author,
    createdAt,
    kind,
    refAuthor: refAuthors[kind],
    lang: textOf(tweet.lang),
    text,
    client: clientName(tweet.source),
    hashtags: found?.hashtags ?? objectsOf(entities?.hashtags).flatMap(hashtag => textOf(hashtag.tag) ?? []),
    mentions,
    urls: found?.urls ?? objectsOf(entities?.urls).flatMap(linkOf),
    retweets: countOf(metrics?.retweet_count),
    favorites: countOf(metrics?.like_count),
    place: textOf(page.placeOf.get(String(geo?.place_id))),
    coordinates: pointOf(geo)
  }
  putPost(sink, post, kind === 'quote' ? answered : null)
  return post
}

/** A retweet before a quote before a reply, as in API v1.1. */
function referenceOf(tweet: JsonObject, answered: ProfileId | null): { kind: PostKind; target: string | null } {
  const references = objectsOf(tweet.referenced_tweets)
  const target = (type: string) => textOf(references.find(reference => reference.type === type)?.id)
  const retweeted = target('retweeted')
  if (retweeted) return { kind: 'retweet', target: retweeted }
  const quoted = target('quoted')
  if (quoted) return { kind: 'quote', target: quoted }
  const repliedTo = target('replied_to')
  return { kind: repliedTo || answered ? 'reply' : 'post', target: repliedTo }
}

function mentionsOf(sink: ImportSink, entities: JsonObject | undefined, observedAt: number): Mention[] {
  return objectsOf(entities?.mentions).flatMap(mention => {
    const id = readIdOrNull(mention.id, 'twitter')
    const handle = textOf(mention.username)
    if (id) sink.account({ id, handle, name: null, observedAt })
    return id || handle ? { id, handle: handle?.toLowerCase() ?? null } : []
  })
}

/** Links, and not those that Twitter adds for attached photos and videos. */
function linkOf(url: JsonObject): string | [] {
  const isMedia = typeof url.media_key === 'string' || String(url.display_url).startsWith('pic.twitter.com/')
  return isMedia ? [] : (textOf(url.unwound_url) ?? textOf(url.expanded_url) ?? textOf(url.url) ?? [])
}

function pointOf(geo: JsonObject | undefined): Post['coordinates'] {
  const point = objectOf(geo?.coordinates)?.coordinates
  const [longitude, latitude] = Array.isArray(point) ? point : []
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null
}
