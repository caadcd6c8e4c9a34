import { interests, sensitiveInterests } from '../model/interests.ts'
import type { AccountInterests } from './analyses/account-interests.ts'

/** The accounts of one interest, in the order in which they were given. */
type InterestGroup<Account> = { readonly interest: string; readonly accounts: readonly Account[] }

/**
 * The ranked accounts by what they are about, each group in the order of the ranking; interests of most accounts first, equals in
 * the order of the alphabet. Politics, religion and health care list organizations only: of a person they are not said.
 */
export function rankByInterest<Account extends { readonly id: string }>(
  ranked: readonly Account[],
  known: readonly AccountInterests[]
): InterestGroup<Account>[] {
  const about = new Map(known.map(account => [account.id, account]))
  const groups = interests.map(interest => ({
    interest,
    accounts: ranked.filter(({ id }) => {
      const account = about.get(id)
      const mayBeSaid = !sensitiveInterests.includes(interest) || account?.account_type === 'organization'
      return mayBeSaid && account?.interests.includes(interest) === true
    })
  }))
  return groups
    .filter(({ accounts }) => accounts.length > 0)
    .sort((one, other) => other.accounts.length - one.accounts.length || (one.interest < other.interest ? -1 : 1))
}
