import { interestsOf, interestsOfText } from '../interests/interests.ts'
import type { PostTrait, ProfileTrait } from '../trait.ts'

const ofProfiles: ProfileTrait = {
  about: 'profile',
  name: 'interests',
  infer({ summary }) {
    // No evidence beside it: some interests of a description are not said of one person.
    const said = interestsOfText(summary).map(({ interest }) => interest)
    return said.length > 0 ? { columns: { interests: said }, evidence: [] } : undefined
  }
}

const ofPosts: PostTrait = {
  about: 'post',
  name: 'interests',
  needs: ['languages'],
  infer: (reading, { language }) => ({ interests: interestsOf(reading, language).map(({ interest }) => interest) })
}

export default [ofProfiles, ofPosts]
