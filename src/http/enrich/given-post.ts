import { clientName } from '../../importers/twitter/client-name.ts'
import { countOf } from '../../importers/values/cells.ts'
import { objectOf, objectsOf } from '../../importers/values/json.ts'
import { textEntities } from '../../importers/values/text-entities.ts'
import type { JsonObject } from '../../json-object.ts'
import type { ProfileId } from '../../model/ids.ts'
import type { Post } from '../../model/post.ts'
import { firstText } from './first-text.ts'

/** Read for hashtags and links; enrichment reads less of a text. */
const longestText = 10_000

/**
 * A post as a caller gives it: its text, or a status of Twitter v1.1 or a tweet of X API v2. Nothing without a text. It is
 * enriched and never stored, so it needs neither id nor author.
 */
export function givenPost(given: JsonObject, now: number): Post | undefined {
  const text = fullText(given)
  if (text === null) return undefined
  const metrics = objectOf(given.public_metrics)
  const found = textEntities(text.slice(0, longestText), 'twitter')
  return {
    id: 'twitter:0',
    author: 'twitter:0' as ProfileId, // Of nobody: traits do not look at ids.
    createdAt: now,
    kind: 'post',
    refAuthor: null,
    lang: firstText(given, ['lang', 'language']),
    text,
    client: clientName(given.source),
    hashtags: found.hashtags,
    mentions: found.mentions,
    urls: [...expandedUrls(given), ...found.urls],
    retweets: countOf(given.retweet_count ?? metrics?.retweet_count),
    favorites: countOf(given.favorite_count ?? metrics?.like_count),
    place: null,
    coordinates: null
  }
}

function fullText(given: JsonObject): string | null {
  const extended = objectOf(given.extended_tweet) ?? {}
  return firstText(extended, ['full_text']) ?? firstText(given, ['full_text', 'text', 'content', 'body', 'summary'])
}

function expandedUrls(given: JsonObject): string[] {
  return objectsOf(objectOf(given.entities)?.urls).flatMap(url => firstText(url, ['expanded_url']) ?? [])
}
