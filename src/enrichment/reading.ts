import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import { type ReadText, readText } from './text/read-text.ts'

/** A profile and its texts, read once for all traits. */
export type ProfileReading = { readonly profile: Profile; readonly name: ReadText; readonly summary: ReadText }

/** A post and its text, read once for all traits. */
export type PostReading = { readonly post: Post; readonly text: ReadText }

export function readProfile(profile: Profile): ProfileReading {
  return { profile, name: readText(profile.name), summary: readText(profile.summary) }
}

export function readPost(post: Post): PostReading {
  return { post, text: readText(post.text) }
}
