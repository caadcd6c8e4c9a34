import { accountTypeOf } from '../account-type/account-type.ts'
import type { ProfileTrait } from '../trait.ts'

const trait: ProfileTrait = {
  about: 'profile',
  name: 'account_type',
  infer(reading) {
    const said = accountTypeOf(reading)
    if (!said) return undefined
    const { value, confidence, from } = said
    return { columns: { accountType: value }, evidence: [{ trait: 'account_type', value, confidence, from }] }
  }
}
export default trait
