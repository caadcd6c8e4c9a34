import { NotFound } from '../errors.ts'
import type { Service } from '../model/ids.ts'
import type { Database } from './database.ts'
import { getIdentity } from './identities.ts'
import type { IdentityService } from './identity-service.ts'

/** What an account allows an identity to use of a service; null allows everything. */
type LimitValues = {
  /** Interactions recorded in a day: noted down only, since a recording takes nothing here. */
  readonly totalAllowance: number | null
  /** Analyses in an hour: analysis-hours.ts refuses more. */
  readonly analyzeQueries: number | null
}

export type IdentityLimit = LimitValues & { readonly identityId: string; readonly service: Service }

/** Sets both values; answers whether there was no limit before. Throws NotFound without such an identity. */
export async function setLimit(
  database: Database,
  { accountId, identityId, service }: IdentityService,
  { totalAllowance, analyzeQueries }: LimitValues
): Promise<boolean> {
  await getIdentity(database, accountId, identityId)
  const values = { total_allowance: totalAllowance, analyze_queries: analyzeQueries }
  const made = await database.db
    .insertInto('identity_limits')
    .values({ identity_id: identityId, service, ...values })
    .onConflict(conflict => conflict.columns(['identity_id', 'service']).doNothing())
    .returning('service')
    .execute()
  if (made.length > 0) return true
  await database.db
    .updateTable('identity_limits')
    .set(values)
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .execute()
  return false
}

/** Throws NotFound without such an identity or limit. */
export async function getLimit(
  database: Database,
  { accountId, identityId, service }: IdentityService
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

/** A page of the limits of a service, the identity that was made first first. */
export async function listLimits(
  database: Database,
  { accountId, service }: Omit<IdentityService, 'identityId'>,
  { page, perPage }: { readonly page: number; readonly perPage: number }
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
  return { count, limits: rows.map(toLimit) }
}

/** Throws NotFound without such an identity or limit. */
export async function removeLimit(
  database: Database,
  { accountId, identityId, service }: IdentityService
): Promise<void> {
  await getIdentity(database, accountId, identityId)
  const removed = await database.db
    .deleteFrom('identity_limits')
    .where('identity_id', '=', identityId)
    .where('service', '=', service)
    .returning('service')
    .execute()
  if (removed.length === 0) throw new NotFound('Limit not found')
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
