import type { Post } from '../../model/post.ts'
import type { ImportFormat } from '../import-format.ts'
import { putPost } from '../post-interactions.ts'
import { shareOf } from '../recognise.ts'
import { postOfRow } from '../rows/post-row.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { objectOf, parseJson } from '../values/json.ts'

const names: Readonly<Record<string, string>> = {
  id: 'id',
  author: 'author_id',
  created_at: 'created_at',
  text: 'text',
  kind: 'kind',
  ref_author: 'ref_author_id',
  lang: 'lang',
  client: 'client',
  hashtags: 'hashtags',
  mentions: 'mentions',
  urls: 'urls',
  retweets: 'retweet_count',
  favorites: 'favorite_count',
  place: 'place',
  coordinates: 'coordinates'
}

export default {
  name: 'sample-posts',
  summary: 'Posts of the sample corpus: JSON lines with id, author_id, created_at, kind, ref_author_id, text, …',
  records: 'json',
  recognise: records =>
    0.95 *
    shareOf(records, record => {
      const post = objectOf(parseJson(record))
      return post !== undefined && 'author_id' in post && 'kind' in post && 'ref_author_id' in post
    }),
  reader: options => (record, sink) => {
    const object = objectOf(parseJson(record))
    if (!object) throw new UnreadableRecord('no JSON object')
    const post = postOfRow(field => object[names[field] ?? ''], options)
    putPost(sink, post, answeredByQuote(post))
  }
} satisfies ImportFormat

/**
 * A record names one account that it refers to. A quote which answers somebody besides starts with that account's handle,
 * so the first mention is the one.
 */
function answeredByQuote(post: Post) {
  return post.kind === 'quote' && post.text?.startsWith('@') ? (post.mentions[0]?.id ?? null) : null
}
