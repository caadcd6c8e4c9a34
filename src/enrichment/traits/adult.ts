import { adultPost, adultProfile } from '../adult/adult.ts'
import type { PostTrait, ProfileTrait } from '../trait.ts'

const ofProfiles: ProfileTrait = {
  about: 'profile',
  name: 'adult',
  infer(reading) {
    const said = adultProfile(reading)
    if (!said) return undefined
    const { confidence, from } = said
    return { columns: { adult: true }, evidence: [{ trait: 'adult', value: 'true', confidence, from }] }
  }
}

const ofPosts: PostTrait = {
  about: 'post',
  name: 'adult',
  infer: reading => (adultPost(reading) ? { adult: true } : undefined)
}

export default [ofProfiles, ofPosts]
