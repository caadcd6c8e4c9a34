import { countOf, flagOf } from '../../importers/values/cells.ts'
import { objectOf, objectsOf } from '../../importers/values/json.ts'
import { readTime } from '../../importers/values/read-time.ts'
import type { JsonObject } from '../../json-object.ts'
import type { ProfileId } from '../../model/ids.ts'
import type { Profile } from '../../model/profile.ts'
import { firstText } from './first-text.ts'

/**
 * A profile as a caller gives it: name, handle, summary and location under their names in the Enrich API, or a user object of
 * Twitter v1.1 or X API v2. Nothing when none of the four says anything. It is enriched and never stored, so it needs no id.
 */
export function givenProfile(given: JsonObject, now: number): Profile | undefined {
  const metrics = objectOf(given.public_metrics)
  const profile: Profile = {
    id: 'twitter:0' as ProfileId, // Of nobody: traits do not look at ids.
    name: firstText(given, ['name', 'displayName', 'display_name']),
    handle: firstText(given, ['handle', 'username', 'screen_name'])?.replace(/^@/, '') ?? null,
    summary: firstText(given, ['summary', 'description', 'bio']),
    location: firstText(given, ['location']),
    url: expandedUrl(given),
    lang: firstText(given, ['lang', 'language']),
    timeZone: firstText(given, ['time_zone', 'timezone']),
    verified: flagOf(given.verified),
    protected: flagOf(given.protected),
    published: readTime(given.created_at ?? given.published, 'UTC') ?? null,
    followers: countOf(given.followers_count ?? given.followers ?? metrics?.followers_count),
    friends: countOf(given.friends_count ?? given.following ?? metrics?.following_count),
    statuses: countOf(given.statuses_count ?? given.tweets ?? metrics?.tweet_count),
    listed: countOf(given.listed_count ?? metrics?.listed_count),
    favourites: countOf(given.favourites_count ?? given.likes ?? metrics?.like_count),
    image: null,
    observedAt: readTime(given.observed_at, 'UTC') ?? now
  }
  const saysSomething = [profile.name, profile.handle, profile.summary, profile.location].some(text => text !== null)
  return saysSomething ? profile : undefined
}

function expandedUrl(given: JsonObject): string | null {
  const [first] = objectsOf(objectOf(objectOf(given.entities)?.url)?.urls)
  return firstText(first ?? {}, ['expanded_url']) ?? firstText(given, ['url'])
}
