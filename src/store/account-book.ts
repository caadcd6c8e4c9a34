import { accountUsage } from './analysis-hours.ts'
import type { Database } from './database.ts'
import { createIdentity, getIdentity, listIdentities, updateIdentity } from './identities.ts'
import { getLimit, listLimits, removeLimit, setLimit } from './identity-limits.ts'
import { getIdentityToken, listIdentityTokens, removeIdentityToken, setIdentityToken } from './identity-tokens.ts'

// Its functions without their first argument.
type Bound<Call> = Call extends (database: Database, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never

const calls = {
  createIdentity,
  getIdentity,
  listIdentities,
  updateIdentity,
  setLimit,
  getLimit,
  listLimits,
  removeLimit,
  setIdentityToken,
  getIdentityToken,
  listIdentityTokens,
  removeIdentityToken,
  accountUsage
}

/** What an account keeps of itself: its identities, what they may and what they used. */
export type AccountBook = { readonly [Name in keyof typeof calls]: Bound<(typeof calls)[Name]> }

export function createAccountBook(database: Database): AccountBook {
  const bound = Object.entries(calls).map(([name, call]) => [name, (call as Bindable).bind(undefined, database)])
  return Object.fromEntries(bound) as AccountBook // Object.entries forgets which is which.
}

type Bindable = (database: Database, ...rest: never[]) => unknown
