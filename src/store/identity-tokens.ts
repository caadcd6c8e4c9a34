import { NotFound } from '../errors.ts'
import type { Service } from '../model/ids.ts'
import type { Database } from './database.ts'
import { getIdentity } from './identities.ts'
import type { IdentityService } from './identity-service.ts'
import { hashToken } from './verify-token.ts'

/** A token of the network itself that an account noted down for an identity: nothing here uses it, so its SHA-256 is all that is kept. Times are ms since 1970. */
export type IdentityToken = {
  readonly identityId: string
  readonly service: Service
  readonly hash: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** Notes a token down; `isNew` when there was none. Throws NotFound without such an identity. */
export async function setIdentityToken(
  database: Database,
  { accountId, identityId, service }: IdentityService,
  token: string,
  now: number
): Promise<IdentityToken & { readonly isNew: boolean }> {
  await getIdentity(database, accountId, identityId)
  const hash = hashToken(token)
  const row = { identity_id: identityId, service, hash, created_at: now, updated_at: now }
  const made = await database.db
    .insertInto('identity_tokens')
    .values(row)
    .onConflict(conflict => conflict.columns(['identity_id', 'service']).doNothing())
    .returning('service')
    .execute()
  if (made.length > 0) return { ...toToken(row), isNew: true }
  const changed = await database.db
    .updateTable('identity_tokens')
    .set({ hash, updated_at: now })
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .returningAll()
    .executeTakeFirst()
  if (!changed) throw new NotFound('Token not found') // Removed in between.
  return { ...toToken(changed), isNew: false }
}

/** Throws NotFound without such an identity or token. */
export async function getIdentityToken(database: Database, of: IdentityService): Promise<IdentityToken> {
  const found = (await listIdentityTokens(database, of)).find(({ service }) => service === of.service)
  if (!found) throw new NotFound('Token not found')
  return found
}

/** All of an identity, by service: there are no more than there are services. Throws NotFound without such an identity. */
export async function listIdentityTokens(
  database: Database,
  { accountId, identityId }: Omit<IdentityService, 'service'>
): Promise<readonly IdentityToken[]> {
  await getIdentity(database, accountId, identityId)
  const rows = await database.db
    .selectFrom('identity_tokens')
    .selectAll()
    .where('identity_id', '=', identityId)
    .orderBy('service')
    .execute()
  return rows.map(toToken)
}

/** Throws NotFound without such an identity or token. */
export async function removeIdentityToken(
  database: Database,
  { accountId, identityId, service }: IdentityService
): Promise<void> {
  await getIdentity(database, accountId, identityId)
  const removed = await database.db
    .deleteFrom('identity_tokens')
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .returning('service')
    .execute()
  if (removed.length === 0) throw new NotFound('Token not found')
}

type TokenRow = { identity_id: string; service: string; hash: string; created_at: number; updated_at: number }

function toToken(row: TokenRow): IdentityToken {
  return {
    identityId: row.identity_id,
    service: row.service as Service, // Only services are stored.
    hash: row.hash,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }
}
