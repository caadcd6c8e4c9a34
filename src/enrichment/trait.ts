import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import type { Evidence, PostTraits, ProfileTraits } from '../model/traits.ts'

/**
 * One thing that is said of profiles. To add one: a file in `traits/` with this, or a PostTrait, as its default export.
 * `infer` is pure and synchronous, since imports run through it, and answers nothing where it is not sure enough.
 */
export type ProfileTrait = {
  readonly about: 'profile'
  infer(profile: Profile): InferredOfProfile | undefined
}

/** The columns that a trait fills, and what each value rests on. */
type InferredOfProfile = {
  readonly columns: Partial<Omit<ProfileTraits, 'evidence'>>
  readonly evidence: readonly Evidence[]
}

/** One thing that is said of posts: the columns that it fills. */
export type PostTrait = {
  readonly about: 'post'
  infer(post: Post): Partial<PostTraits> | undefined
}
