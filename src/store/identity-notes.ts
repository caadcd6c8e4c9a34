import { NotFound } from '../errors.ts'
import type { Service } from '../model/ids.ts'
import type { Database } from './database.ts'
import { getIdentity } from './identities.ts'
import { hashToken } from './verify-token.ts'

/** What an account allows an identity to use of a service: kept for its clients, counted by nobody. */
export type IdentityLimit = {
  readonly identityId: string
  readonly service: Service
  readonly totalAllowance: number | null
  readonly analyzeQueries: number | null
}

/** A token of the network itself that an account noted down for an identity: nothing here uses it, so its SHA-256 is all that is kept. Times are ms since 1970. */
export type IdentityToken = {
  readonly identityId: string
  readonly service: Service
  readonly hash: string
  readonly createdAt: number
  readonly updatedAt: number
}

type Paging = { readonly page: number; readonly perPage: number }
type LimitValues = Pick<IdentityLimit, 'totalAllowance' | 'analyzeQueries'>

/** Notes a limit down, whole; answers whether there was none. Throws NotFound without such an identity. */
export async function setLimit(
  database: Database,
  accountId: string,
  identityId: string,
  service: Service,
  { totalAllowance, analyzeQueries }: LimitValues
): Promise<boolean> {
  await getIdentity(database, accountId, identityId)
  const values = { total_allowance: totalAllowance, analyze_queries: analyzeQueries }
  return database.db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('identity_limits')
      .select('service')
      .where('identity_id', '=', identityId)
      .where('service', '=', service)
      .executeTakeFirst()
    await trx
      .insertInto('identity_limits')
      .values({ identity_id: identityId, service, ...values })
      .onConflict(conflict => conflict.columns(['identity_id', 'service']).doUpdateSet(values))
      .execute()
    return known === undefined
  })
}

/** Throws NotFound without such an identity or limit. */
export async function getLimit(
  database: Database,
  accountId: string,
  identityId: string,
  service: Service
): Promise<IdentityLimit> {
  await getIdentity(database, accountId, identityId)
  const row = await database.db
    .selectFrom('identity_limits')
    .selectAll()
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .executeTakeFirst()
  if (!row) throw new NotFound('Limit not found')
  return toLimit(row)
}

/** A page of the limits of a service, by identity. */
export async function listLimits(
  database: Database,
  accountId: string,
  service: Service,
  { page, perPage }: Paging
): Promise<{ readonly count: number; readonly limits: readonly IdentityLimit[] }> {
  const matching = database.db
    .selectFrom('identity_limits')
    .innerJoin('identities', 'identities.id', 'identity_limits.identity_id')
    .where('identities.account_id', '=', accountId)
    .where('service', '=', service)
  const rows = await matching
    .selectAll('identity_limits')
    .orderBy('identities.created_at')
    .orderBy('identities.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const { count } = await matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { count: Number(count), limits: rows.map(toLimit) }
}

/** Throws NotFound without such an identity or limit. */
export async function removeLimit(
  database: Database,
  accountId: string,
  identityId: string,
  service: Service
): Promise<void> {
  await getLimit(database, accountId, identityId, service)
  await database.db
    .deleteFrom('identity_limits')
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .execute()
}

/** Notes a token down; answers whether there was none. Throws NotFound without such an identity. */
export async function setIdentityToken(
  database: Database,
  accountId: string,
  identityId: string,
  { service, token, now }: { readonly service: Service; readonly token: string; readonly now: number }
): Promise<boolean> {
  await getIdentity(database, accountId, identityId)
  const hash = hashToken(token)
  return database.db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('identity_tokens')
      .select('service')
      .where('identity_id', '=', identityId)
      .where('service', '=', service)
      .executeTakeFirst()
    await trx
      .insertInto('identity_tokens')
      .values({ identity_id: identityId, service, hash, created_at: now, updated_at: now })
      .onConflict(conflict => conflict.columns(['identity_id', 'service']).doUpdateSet({ hash, updated_at: now }))
      .execute()
    return known === undefined
  })
}

/** Throws NotFound without such an identity or token. */
export async function getIdentityToken(
  database: Database,
  accountId: string,
  identityId: string,
  service: Service
): Promise<IdentityToken> {
  const { tokens } = await listIdentityTokens(database, accountId, identityId, { page: 1, perPage: 100 })
  const found = tokens.find(token => token.service === service)
  if (!found) throw new NotFound('Token not found')
  return found
}

/** A page of an identity's tokens, by service. Throws NotFound without such an identity. */
export async function listIdentityTokens(
  database: Database,
  accountId: string,
  identityId: string,
  { page, perPage }: Paging
): Promise<{ readonly count: number; readonly tokens: readonly IdentityToken[] }> {
  await getIdentity(database, accountId, identityId)
  const rows = await database.db
    .selectFrom('identity_tokens')
    .selectAll()
    .where('identity_id', '=', identityId)
    .orderBy('service')
    .execute()
  // There are no more than there are services.
  const tokens = rows.slice((page - 1) * perPage, page * perPage).map(row => ({
    identityId: row.identity_id,
    service: row.service as Service, // Only services are stored.
    hash: row.hash,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }))
  return { count: rows.length, tokens }
}

/** Throws NotFound without such an identity or token. */
export async function removeIdentityToken(
  database: Database,
  accountId: string,
  identityId: string,
  service: Service
): Promise<void> {
  await getIdentityToken(database, accountId, identityId, service)
  await database.db
    .deleteFrom('identity_tokens')
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .execute()
}

type LimitRow = {
  identity_id: string
  service: string
  total_allowance: number | null
  analyze_queries: number | null
}

function toLimit(row: LimitRow): IdentityLimit {
  return {
    identityId: row.identity_id,
    service: row.service as Service, // Only services are stored.
    totalAllowance: row.total_allowance,
    analyzeQueries: row.analyze_queries
  }
}
