import { interestingnessOfPost, interestingnessOfProfile } from '../interestingness/interestingness.ts'
import type { PostTrait, ProfileTrait } from '../trait.ts'

const ofProfiles: ProfileTrait = {
  about: 'profile',
  name: 'interestingness',
  needs: ['spam'],
  infer: (reading, { spam }) => ({
    columns: { interestingness: interestingnessOfProfile(reading, spam) },
    evidence: []
  })
}

const ofPosts: PostTrait = {
  about: 'post',
  name: 'interestingness',
  needs: ['spam'],
  infer: (reading, { spam }) => ({ interestingness: interestingnessOfPost(reading, spam) })
}

export default [ofProfiles, ofPosts]
