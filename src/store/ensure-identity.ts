import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { InvalidRequest } from '../errors.ts'
import type { IdentityRow, Schema } from './schema.ts'

export type IdentityMembers = {
  readonly label: string
  readonly status: IdentityRow['status']
  readonly isMaster: boolean
}

const maxLabel = 200

/** The id of the account's identity with this label, made when it does not exist. */
export async function ensureIdentity(
  db: Kysely<Schema>,
  accountId: string,
  label: string,
  now: number
): Promise<string> {
  await insertIdentity(db, newIdentityRow(accountId, { label, status: 'active', isMaster: false }, now))
  const { id } = await db
    .selectFrom('identities')
    .select('id')
    .where('account_id', '=', accountId)
    .where('label', '=', label)
    .executeTakeFirstOrThrow()
  return id
}

/** Throws InvalidRequest for a label that cannot be one. */
export function newIdentityRow(
  accountId: string,
  { label, status, isMaster }: IdentityMembers,
  now: number
): IdentityRow {
  if (label === '' || label.length > maxLabel || /\p{Cc}/u.test(label) || !label.isWellFormed())
    throw new InvalidRequest(`label must be 1 to ${maxLabel} characters without control characters`)
  return {
    id: randomBytes(16).toString('hex'),
    account_id: accountId,
    label,
    status,
    is_master: isMaster ? 1 : 0,
    created_at: now,
    updated_at: now
  }
}

/** Answers nothing when the account has the label already. */
export async function insertIdentity(db: Kysely<Schema>, row: IdentityRow): Promise<{ id: string }[]> {
  return db
    .insertInto('identities')
    .values(row)
    .onConflict(conflict => conflict.columns(['account_id', 'label']).doNothing())
    .returning('id')
    .execute()
}
