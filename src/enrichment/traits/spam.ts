import { spamPost, spamProfile } from '../spam/spam.ts'
import type { PostTrait, ProfileTrait } from '../trait.ts'

const ofProfiles: ProfileTrait = {
  about: 'profile',
  name: 'spam',
  infer(reading) {
    const said = spamProfile(reading)
    if (!said) return undefined
    const { confidence, from } = said
    return { columns: { spam: true }, evidence: [{ trait: 'spam', value: 'true', confidence, from }] }
  }
}

const ofPosts: PostTrait = {
  about: 'post',
  name: 'spam',
  infer: reading => (spamPost(reading) ? { spam: true } : undefined)
}

export default [ofProfiles, ofPosts]
