import { Conflict, NotFound } from '../errors.ts'
import { insertToken, randomToken } from './accounts.ts'
import type { Database } from './database.ts'
import { type IdentityMembers, insertIdentity, newIdentityRow } from './ensure-identity.ts'
import type { IdentityRow } from './schema.ts'
import { forgetVerified } from './verify-token.ts'

/** Whose recordings and tasks are its own, within an account. Times are ms since 1970. */
export type Identity = {
  /** 32 hexadecimal digits. */
  readonly id: string
  readonly label: string
  readonly status: 'active' | 'disabled'
  readonly isMaster: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/** Makes an identity with a key of its own, which is shown this once: only its hash is stored. Throws Conflict for a label that the account has. */
export async function createIdentity(
  database: Database,
  accountId: string,
  wanted: IdentityMembers,
  now: number
): Promise<Identity & { readonly apiKey: string }> {
  const row = newIdentityRow(accountId, wanted, now)
  const apiKey = randomToken()
  await database.db.transaction().execute(async trx => {
    const [made] = await insertIdentity(trx, row)
    if (!made) throw labelTaken(wanted.label)
    const key = { account: accountId, role: 'member', identityId: row.id, name: '', token: apiKey, now } as const
    await insertToken(trx, key)
  })
  return { ...toIdentity(row), apiKey }
}

/** A page of an account's identities, oldest first, and how many there are; with a label, the one that has it. */
export async function listIdentities(
  database: Database,
  accountId: string,
  wanted: { readonly label?: string; readonly page: number; readonly perPage: number }
): Promise<{ readonly count: number; readonly identities: readonly Identity[] }> {
  const { label, page, perPage } = wanted
  const matching = database.db
    .selectFrom('identities')
    .where('account_id', '=', accountId)
    .$if(label !== undefined, query => query.where('label', '=', withoutNul(label ?? '')))
  const rows = await matching
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const { count } = await matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { count, identities: rows.map(toIdentity) }
}

/** Throws NotFound, also for another account's. */
export async function getIdentity(database: Database, accountId: string, id: string): Promise<Identity> {
  const row = await database.db
    .selectFrom('identities')
    .selectAll()
    .where('id', '=', withoutNul(id))
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row) throw new NotFound('Identity not found')
  return toIdentity(row)
}

/** A disabled identity's keys are refused: at once in this process, within a second in others. Throws NotFound, Conflict. */
export async function updateIdentity(
  database: Database,
  accountId: string,
  id: string,
  changes: Partial<IdentityMembers>,
  now: number
): Promise<Identity> {
  const before = await getIdentity(database, accountId, id)
  const { label, status, is_master } = newIdentityRow(accountId, { ...before, ...changes }, now)
  try {
    const changed = await database.db
      .updateTable('identities')
      .set({ label, status, is_master, updated_at: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    forgetVerified(database)
    return toIdentity(changed)
  } catch (error) {
    // Asked before, the label might be taken in between.
    const { count } = await listIdentities(database, accountId, { label, page: 1, perPage: 1 })
    throw label !== before.label && count > 0 ? labelTaken(label) : error
  }
}

function toIdentity(row: IdentityRow): Identity {
  return {
    id: row.id,
    label: row.label,
    status: row.status,
    isMaster: row.is_master === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }
}

const labelTaken = (label: string) =>
  new Conflict(`This account has an identity with the label ${label.slice(0, 40)} already: choose another label`)

// No stored text has a NUL, and PostgreSQL refuses to compare with one.
const withoutNul = (text: string) => text.replaceAll('\0', '\ufffd')
