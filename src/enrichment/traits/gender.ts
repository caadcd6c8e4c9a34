import { genderOf } from '../gender/gender.ts'
import type { ProfileTrait } from '../trait.ts'

/** Of persons, and of entertainers, who mostly are; an organization has none. */
const trait: ProfileTrait = {
  about: 'profile',
  name: 'gender',
  needs: ['account_type'],
  infer(reading, { accountType }) {
    if (accountType === 'organization') return undefined
    const said = genderOf(reading)
    if (!said) return undefined
    const { value, confidence, from } = said
    return { columns: { gender: value }, evidence: [{ trait: 'gender', value, confidence, from }] }
  }
}
export default trait
