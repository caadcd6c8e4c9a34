import type { ProfileId } from '../model/ids.ts'
import { type DisplayedAccount, displayAccounts } from '../store/known-accounts.ts'
import type { Warehouse } from '../store/warehouse.ts'

/** An account as results print it: what nobody said is left out. */
export type ShownAccount = {
  id: string
  displayName?: string
  handle?: string
  image?: string
  summary?: string
}

/** How to print an account: an id, or `service:@handle` where only the handle is known. */
export type ShowAccount = (id: string) => ShownAccount

/** Looks up how the given accounts are printed; any other is printed by its id alone. */
export async function showAccounts(warehouse: Warehouse, ids: readonly string[]): Promise<ShowAccount> {
  const displayed = await displayAccounts(warehouse, ids as readonly ProfileId[]) // A handle finds nothing there.
  return id => shown(id, displayed.get(id as ProfileId))
}

function shown(id: string, account: DisplayedAccount | undefined): ShownAccount {
  const handle = account?.handle || (/:@(?<handle>.+)$/.exec(id)?.groups?.handle ?? '')
  return {
    id,
    ...(account?.displayName && { displayName: account.displayName }),
    ...(handle && { handle }),
    ...(account?.image && { image: account.image }),
    ...(account?.summary && { summary: account.summary })
  }
}

/** The people of a report, in the order of their ids; without their summaries, to keep a result of 1,000 small. */
export function audienceItems(ids: readonly ProfileId[], show: ShowAccount) {
  const items = ids.map(id => {
    const { summary, ...account } = show(id)
    return account
  })
  return { totalItems: ids.length, items }
}
