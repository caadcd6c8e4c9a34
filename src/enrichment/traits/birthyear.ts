import { birthYearOf } from '../birthyear/birth-year.ts'
import type { ProfileTrait } from '../trait.ts'

const trait: ProfileTrait = {
  about: 'profile',
  name: 'birthyear',
  needs: ['account_type'],
  infer(reading, { accountType }) {
    // An organization states when it was founded.
    const said = accountType === 'organization' ? undefined : birthYearOf(reading)
    if (!said) return undefined
    const { value, confidence, from } = said
    return {
      columns: { birthyear: value },
      evidence: [{ trait: 'birthyear', value: String(value), confidence, from }]
    }
  }
}
export default trait
