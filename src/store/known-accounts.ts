import Type from 'typebox'
import type { ProfileId } from '../model/ids.ts'
import { inChunks } from './in-chunks.ts'
import type { Warehouse } from './warehouse.ts'

// Bound in one statement; more are asked for in several.
const idsAtOnce = 10_000

/** Whose handles these are (`twitter:@nasa`, any case): by reference as it was given; what nobody knows is left out. */
export async function resolveHandles(
  warehouse: Warehouse,
  references: readonly string[]
): Promise<Map<string, ProfileId>> {
  const byKey = new Map(references.map(reference => [reference.toLowerCase(), reference]))
  const owners = new Map<string, ProfileId>()
  for (const handles of inChunks([...byKey.keys()], idsAtOnce)) {
    const found = await warehouse.rows(
      Type.Object({ handle: Type.String(), owner: Type.String() }),
      `SELECT handle, argMax(id, observed_at) AS owner FROM handles WHERE handle IN {handles:Array(String)} GROUP BY handle`,
      { handles }
    )
    for (const { handle, owner } of found) owners.set(handle, owner as ProfileId) // The writer stores ids only.
  }
  return new Map(
    references.flatMap(reference => {
      const owner = owners.get(reference.toLowerCase())
      return owner === undefined ? [] : [[reference, owner] as const]
    })
  )
}

/** Which of the ids have a profile. */
export async function existingProfiles(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<Set<ProfileId>> {
  const existing = new Set<ProfileId>()
  for (const chunk of inChunks(ids, idsAtOnce)) {
    const found = await warehouse.rows(
      Type.Object({ id: Type.String() }),
      'SELECT DISTINCT id FROM profiles WHERE id IN {ids:Array(String)}',
      { ids: chunk }
    )
    for (const { id } of found) existing.add(id as ProfileId) // One of the ids asked for.
  }
  return existing
}

/** Which of the ids are named somewhere, or follow, post, engage, or are followed or engaged with, with or without a profile. */
export async function metAccounts(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<Set<ProfileId>> {
  const met = new Set<ProfileId>()
  for (const chunk of inChunks(ids, idsAtOnce)) {
    const found = await warehouse.rows(
      Type.Object({ id: Type.String() }),
      `SELECT DISTINCT id FROM (
         SELECT id FROM account_activity WHERE id IN {ids:Array(String)}
         UNION ALL
         SELECT id FROM account_reach WHERE id IN {ids:Array(String)}
         UNION ALL
         SELECT id FROM known_accounts WHERE id IN {ids:Array(String)}
       )`,
      { ids: chunk }
    )
    for (const { id } of found) met.add(id as ProfileId) // One of the ids asked for.
  }
  return met
}

/** How an account is shown; '' for what nobody said. */
export type DisplayedAccount = {
  readonly displayName: string
  readonly handle: string
  readonly image: string
  readonly summary: string
}

const DisplayedRow = Type.Object({
  id: Type.String(),
  displayName: Type.String(),
  handle: Type.String(),
  image: Type.String(),
  summary: Type.String()
})

/** How accounts are shown: as in their profile, or else as they were named where they were met. Unknown ones are left out. */
export async function displayAccounts(
  warehouse: Warehouse,
  ids: readonly ProfileId[]
): Promise<Map<ProfileId, DisplayedAccount>> {
  const shown = new Map<ProfileId, DisplayedAccount>()
  for (const chunk of inChunks(ids, idsAtOnce)) {
    const found = await warehouse.rows(
      DisplayedRow,
      `SELECT id,
         argMax(name, (seen, observed_at)) AS displayName, argMax(handle, (seen, observed_at)) AS handle,
         argMax(image, (seen, observed_at)) AS image, argMax(summary, (seen, observed_at)) AS summary
       FROM (
         SELECT id, name, handle, image, summary, 1 AS seen, observed_at FROM profiles WHERE id IN {ids:Array(String)}
         UNION ALL
         SELECT id, name, handle, '', '', 0, observed_at FROM known_accounts WHERE id IN {ids:Array(String)}
       )
       GROUP BY id`,
      { ids: chunk }
    )
    for (const { id, ...account } of found) shown.set(id as ProfileId, account) // One of the ids asked for.
  }
  return shown
}
