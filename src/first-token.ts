import { firstAccount } from './model/username.ts'
import { createToken, ensureAccount, listTokens } from './store/accounts.ts'
import type { Database } from './store/database.ts'
import { ensureIdentity } from './store/ensure-identity.ts'

/** The identity of the first account for which its first, its preset and its local token stand. */
const firstIdentity = 'default'

/**
 * Makes sure that somebody can ask: by the preset token, or else by one made now for a store that has none, which is answered so
 * that it can be shown. `isLeftOut` makes no token.
 */
export async function ensureFirstToken(
  database: Database,
  { preset, isLeftOut }: { preset: string; isLeftOut: boolean }
): Promise<string | undefined> {
  const first = { account: firstAccount, identity: firstIdentity, role: 'admin', now: Date.now() } as const
  if (preset !== '') {
    await createToken(database, { ...first, name: 'DEMOGRAPH_TOKEN', token: preset })
    return undefined
  }
  if (isLeftOut || (await listTokens(database)).length > 0) return undefined
  return (await createToken(database, { ...first, name: 'made at the first start' })).token
}

/** Whom the local token stands for: the first account and its default identity, made when they do not exist. */
export async function firstHolder(database: Database): Promise<{ accountId: string; identityId: string }> {
  const now = Date.now()
  await ensureAccount(database.db, firstAccount, now)
  return { accountId: firstAccount, identityId: await ensureIdentity(database.db, firstAccount, firstIdentity, now) }
}
