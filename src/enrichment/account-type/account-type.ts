import type { Confusion } from '../../model/confusion.ts'
import { type LinearFacts, type LinearModel, linearModel } from '../linear/linear-model.ts'
import { pack } from '../packs/packs.ts'
import type { ProfileReading } from '../reading.ts'
import { describeAccount } from './account-features.ts'
import { signsOfEntertainment } from './entertainment.ts'

export type AccountType = 'person' | 'organization' | 'entertainment'

/** The facts of the pack `account-type`. */
export type AccountTypeFacts = LinearFacts & {
  /** Measured in cross-validation on accounts in their natural shares. */
  readonly confusion: Confusion
}

export type SaidAccountType = {
  readonly value: AccountType
  /** The probability of the value. */
  readonly confidence: number
  /** The probability that the account is an organization's, whatever the value. */
  readonly organization: number
  /** What the value rests on, as evidence names it. */
  readonly from: string
}

// Measured on natural samples: between 0.5 and 0.6 accuracy and macro-F1 are highest; leaving cases out between wins less than it loses.
export const organizationFrom = 0.55
// Two signs that were chosen by hand, with no labelled data behind them.
const confidenceOfSigns = 0.75

let model: LinearModel | undefined

/** Whose account it is; nothing when it has neither a name nor a bio nor a handle. */
export function accountTypeOf(reading: ProfileReading): SaidAccountType | undefined {
  const { name, summary, profile } = reading
  if (name.tokens.length === 0 && summary.tokens.length === 0 && !profile.handle) return
  model ??= linearModel(pack('account-type'))
  const organization = model.predict(describeAccount(reading))[1] as number
  const signs = signsOfEntertainment(reading)
  if (signs.length >= 2) {
    return { value: 'entertainment', confidence: confidenceOfSigns, organization, from: signs.join(' + ') }
  }
  const isOrganization = organization >= organizationFrom
  return {
    value: isOrganization ? 'organization' : 'person',
    confidence: isOrganization ? organization : 1 - organization,
    organization,
    from: 'profile_model'
  }
}
