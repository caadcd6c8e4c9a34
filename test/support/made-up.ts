import type { ProfileId } from '../../src/model/ids.ts'
import type { Post } from '../../src/model/post.ts'
import type { Profile } from '../../src/model/profile.ts'

/** A profile for tests: what a test does not say, its source did not say. */
export function madeUpProfile(said: Partial<Profile>): Profile {
  return {
    id: 'twitter:1' as ProfileId, // Traits do not read it.
    handle: null,
    name: null,
    summary: null,
    location: null,
    url: null,
    lang: null,
    timeZone: null,
    verified: null,
    protected: null,
    published: null,
    followers: null,
    friends: null,
    statuses: null,
    listed: null,
    favourites: null,
    image: null,
    observedAt: 0,
    ...said
  }
}

/** A post for tests. */
export function madeUpPost(said: Partial<Post>): Post {
  return {
    id: 'twitter:1',
    author: 'twitter:1' as ProfileId, // Traits do not read it.
    createdAt: 0,
    kind: 'post',
    refAuthor: null,
    lang: null,
    text: null,
    client: null,
    hashtags: [],
    mentions: [],
    urls: [],
    retweets: null,
    favorites: null,
    place: null,
    coordinates: null,
    ...said
  }
}
