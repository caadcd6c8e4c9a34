import type { JsonObject } from '../../json-object.ts'
import type { Profile } from '../../model/profile.ts'
import { countOf, flagOf, textOf } from '../values/cells.ts'
import { objectOf } from '../values/json.ts'
import { readId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import { expandedUrl } from './v11-user.ts'

export function isV2User(value: JsonObject): boolean {
  return typeof value.username === 'string' && 'id' in value
}

export function v2Profile(user: JsonObject, observedAt: number): Profile {
  const metrics = objectOf(user.public_metrics)
  return {
    id: readId(user.id, 'twitter', 'id'),
    handle: textOf(user.username),
    name: textOf(user.name),
    summary: textOf(user.description),
    location: textOf(user.location),
    url: expandedUrl(user),
    lang: null,
    timeZone: null,
    verified: flagOf(user.verified),
    protected: flagOf(user.protected),
    published: readTime(user.created_at, 'UTC') ?? null,
    followers: countOf(metrics?.followers_count),
    friends: countOf(metrics?.following_count),
    statuses: countOf(metrics?.tweet_count),
    listed: countOf(metrics?.listed_count),
    favourites: countOf(metrics?.like_count),
    image: textOf(user.profile_image_url),
    observedAt
  }
}
