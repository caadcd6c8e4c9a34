import type { Evidence, PostTraits, ProfileTraits, TraitName } from '../model/traits.ts'
import type { PostReading, ProfileReading } from './reading.ts'

/** The columns that a trait fills, and what each value rests on. */
export type InferredOfProfile = {
  readonly columns: Partial<Omit<ProfileTraits, 'evidence'>>
  readonly evidence: readonly Evidence[]
}

/**
 * One thing that is said of profiles. To add one: a file in `traits/` with this, a PostTrait or a list of both as its default
 * export, and its name in model/traits.ts. `infer` is pure and synchronous, since imports run through it, and answers nothing where it is
 * not sure enough; `before` is what the traits in `needs` have said.
 */
export type ProfileTrait = {
  readonly about: 'profile'
  readonly name: TraitName
  readonly needs?: readonly TraitName[]
  /** A guess that is made where the operator asks for it; it may have the name of a trait that needs no wish. */
  readonly isAtWish?: true
  infer(reading: ProfileReading, before: Omit<ProfileTraits, 'evidence'>): InferredOfProfile | undefined
}

/** One thing that is said of posts: the columns that it fills. */
export type PostTrait = {
  readonly about: 'post'
  readonly name: TraitName
  readonly needs?: readonly TraitName[]
  infer(reading: PostReading, before: PostTraits): Partial<PostTraits> | undefined
}
