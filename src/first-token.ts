import { createToken, ensureAccount, listTokens } from './store/accounts.ts'
import type { Database } from './store/database.ts'

/** The account of the first token, of the preset token and of the command line. */
export const firstAccount = 'default'

/**
 * Makes sure that somebody can ask: by the preset token, or else by one made now for a store that has none, which is answered so
 * that it can be shown. `isLeftOut` makes no token, only the account that the local token stands for.
 */
export async function ensureFirstToken(
  database: Database,
  { preset, isLeftOut }: { preset: string; isLeftOut: boolean }
): Promise<string | undefined> {
  const first = { account: firstAccount, role: 'admin', now: Date.now() } as const
  if (preset !== '') {
    await createToken(database, { ...first, name: 'DEMOGRAPH_TOKEN', token: preset })
    return undefined
  }
  if (isLeftOut) await ensureAccount(database.db, firstAccount, first.now)
  if (isLeftOut || (await listTokens(database)).length > 0) return undefined
  return (await createToken(database, { ...first, name: 'made at the first start' })).token
}
