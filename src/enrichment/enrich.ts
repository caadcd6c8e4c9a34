import { fileURLToPath } from 'node:url'
import { loadFolder } from '../load-folder.ts'
import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import type { Evidence, PostTraits, ProfileTraits } from '../model/traits.ts'
import type { PostTrait, ProfileTrait } from './trait.ts'

/** Rises by one whenever a trait's answer changes: stored enrichments of an older version are out of date. */
export const modelVersion = '1'

const traits = await loadFolder<ProfileTrait | PostTrait>(fileURLToPath(new URL('traits/', import.meta.url)))
const profileTraits = traits.filter(trait => trait.about === 'profile')
const postTraits = traits.filter(trait => trait.about === 'post')

/** Everything that the profile alone says of the person or organization behind it. */
export function enrichProfile(profile: Profile): ProfileTraits {
  const columns = { influence: 0, givenName: '', familyName: '', honorificPrefix: '', nameConfidence: 0 }
  const evidence: Evidence[] = []
  for (const trait of profileTraits) {
    const inferred = trait.infer(profile)
    if (!inferred) continue
    Object.assign(columns, inferred.columns)
    evidence.push(...inferred.evidence)
  }
  return { ...columns, evidence }
}

/** Everything that is said of one post. */
export function enrichPost(post: Post): PostTraits {
  const columns: PostTraits = { language: '', device: '', os: '', domains: [] }
  for (const trait of postTraits) Object.assign(columns, trait.infer(post))
  return columns
}
