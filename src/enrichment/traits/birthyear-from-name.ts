import { statesAge } from '../birthyear/birth-year.ts'
import { yearsOfName } from '../birthyear/name-years.ts'
import type { ProfileTrait } from '../trait.ts'

/** Who opens an account is this old. */
const youngestHolder = 13

/**
 * A year of birth that nobody stated, by when a first name was in fashion in the United States: of persons who are not said to
 * live elsewhere, and only where the operator wants it. Its confidence is the share of the name's people who were born within two years of it.
 */
const trait: ProfileTrait = {
  about: 'profile',
  name: 'birthyear',
  needs: ['account_type', 'birthyear', 'gender', 'name', 'place'],
  isAtWish: true,
  infer(reading, { accountType, birthyear, gender, givenName, country }) {
    if (accountType !== 'person' || birthyear > 0 || givenName === '' || (country !== '' && country !== 'US'))
      return undefined
    const years = yearsOfName(givenName, gender)
    if (!years || statesAge(reading)) return undefined
    const { median, near } = years
    const { published, observedAt } = reading.profile
    if (median > new Date(published ?? observedAt).getUTCFullYear() - youngestHolder) return undefined
    return {
      columns: { birthyear: median },
      evidence: [{ trait: 'birthyear', value: String(median), confidence: near, from: 'first name' }]
    }
  }
}
export default trait
