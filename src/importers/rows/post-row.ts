import type { ProfileId } from '../../model/ids.ts'
import { type Mention, type Post, type PostKind, postKinds } from '../../model/post.ts'
import type { ImportOptions } from '../import-format.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { countOf, textOf } from '../values/cells.ts'
import { objectOf } from '../values/json.ts'
import { readAuthor, readIdOrNull, readPostId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import { retweetedAuthor, startsAsRetweet } from '../values/retweeted-author.ts'
import { textEntities } from '../values/text-entities.ts'
import type { Cell } from './cell.ts'

/** The fields of a post that columns can be mapped to. */
export const postFields = [
  ...['id', 'author', 'created_at', 'text', 'kind', 'ref_author', 'lang', 'client', 'hashtags', 'mentions', 'urls'],
  ...['retweets', 'favorites', 'place', 'coordinates']
]

/** A post; hashtags, mentions and links are read from its text where the row does not list them. */
export function postOfRow(cell: Cell, options: ImportOptions): Post {
  const text = textOf(cell('text'))
  const found = textEntities(text ?? '', options.service)
  const time = cell('created_at')
  const createdAt = readTime(time, options.timeZone)
  if (time === undefined || time === '') throw new UnreadableRecord('no time of the post')
  if (createdAt === undefined) throw new UnreadableRecord(`no time that can be read: ${String(time)}`)
  const mentions = texts(cell('mentions'))?.map(mention => mentionOf(mention, options)) ?? found.mentions
  const given = cell('ref_author')
  const refAuthor = readIdOrNull(given, options.service)
  // A source that names the account it refers to is believed when it names none.
  const retweeted = given === undefined ? retweetedAuthor(text, mentions, options.service) : null
  const kind = kindOf(cell('kind'), text, refAuthor)
  return {
    id: readPostId(cell('id'), options.service),
    author: readAuthor(cell('author'), options.service, 'author'),
    createdAt,
    kind,
    refAuthor: refAuthor ?? (kind === 'retweet' ? retweeted : null),
    lang: textOf(cell('lang')),
    text,
    client: textOf(cell('client')),
    hashtags: texts(cell('hashtags')) ?? found.hashtags,
    mentions,
    urls: texts(cell('urls')) ?? found.urls,
    retweets: countOf(cell('retweets')),
    favorites: countOf(cell('favorites')),
    place: textOf(objectOf(cell('place'))?.full_name ?? cell('place')),
    coordinates: coordinatesOf(cell('coordinates'))
  }
}

function kindOf(value: unknown, text: string | null, refAuthor: ProfileId | null): PostKind {
  const kind = postKinds.find(known => known === value)
  if (kind) return kind
  if (startsAsRetweet(text)) return 'retweet'
  return refAuthor ? 'reply' : 'post'
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : undefined
}

function mentionOf(mention: string, options: ImportOptions): Mention {
  const id = readIdOrNull(mention, options.service)
  return { id, handle: id ? null : mention.replace(/^@/, '').toLowerCase() }
}

function coordinatesOf(value: unknown): Post['coordinates'] {
  const point = objectOf(value)
  const latitude = point?.lat ?? point?.latitude
  const longitude = point?.lon ?? point?.longitude
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null
}
