import type { JsonObject } from '../../json-object.ts'
import type { Profile } from '../../model/profile.ts'
import type { ImportOptions } from '../import-format.ts'
import { countOf, flagOf, textOf } from '../values/cells.ts'
import { objectOf, objectsOf } from '../values/json.ts'
import { readId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'

/** Whether an object is a user of API v1.1: it has an id and a screen name. */
export function isV11User(value: JsonObject): boolean {
  const id = value.id_str ?? value.id
  return typeof value.screen_name === 'string' && (typeof id === 'number' || /^\d+$/.test(String(id)))
}

export function v11Profile(user: JsonObject, options: ImportOptions): Profile {
  return {
    id: readId(user.id_str ?? user.id, 'twitter', 'id_str'),
    handle: textOf(user.screen_name),
    name: textOf(user.name),
    summary: textOf(user.description),
    location: textOf(user.location),
    url: expandedUrl(user),
    lang: textOf(user.lang),
    timeZone: textOf(user.time_zone),
    verified: flagOf(user.verified),
    protected: flagOf(user.protected),
    published: readTime(user.created_at, options.timeZone) ?? null,
    followers: countOf(user.followers_count),
    friends: countOf(user.friends_count),
    statuses: countOf(user.statuses_count),
    listed: countOf(user.listed_count),
    favourites: countOf(user.favourites_count),
    image: textOf(user.profile_image_url_https) ?? textOf(user.profile_image_url),
    observedAt: options.observedAt
  }
}

/** The link of a user of v1.1 or v2, expanded where the source expands it. */
export function expandedUrl(user: JsonObject): string | null {
  const [first] = objectsOf(objectOf(objectOf(user.entities)?.url)?.urls)
  return textOf(first?.expanded_url) ?? textOf(user.url)
}
