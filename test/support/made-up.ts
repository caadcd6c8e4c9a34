import type { ProfileId } from '../../src/model/ids.ts'
import { type Post, silentPost } from '../../src/model/post.ts'
import { type Profile, silentProfile } from '../../src/model/profile.ts'

/** A profile for tests: what a test does not say, its source did not say. */
export function madeUpProfile(said: Partial<Profile>): Profile {
  return {
    id: 'twitter:1' as ProfileId, // Traits do not read it.
    ...silentProfile,
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
    ...silentPost,
    ...said
  }
}
