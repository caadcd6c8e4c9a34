import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Conflict, InvalidRequest, NotFound } from '../errors.ts'
import { isHex } from '../model/hex.ts'
import type { Database } from './database.ts'
import { ensureIdentity } from './ensure-identity.ts'
import type { Role, Schema } from './schema.ts'
import { forgetVerified, hashToken } from './verify-token.ts'

/** What may be shown of a token. Times are ms since 1970. */
export type TokenListing = {
  /** The first 12 characters of the token's hash. */
  readonly id: string
  readonly account: string
  readonly role: Role
  /** The label of the identity that it stands for; nothing for a key of the whole account. */
  readonly identity: string | null
  readonly name: string
  readonly createdAt: number
  /** To the minute; nothing when it was never used. */
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
}

type NewToken = {
  /** Made when it does not exist: letters, digits, `.`, `_` and `-`, at most 64. */
  readonly account: string
  readonly role: Role
  /** The label of the identity that it stands for, made when it does not exist; a key of the whole account without one. */
  readonly identity?: string
  readonly name?: string
  /** A token that is known already (from the configuration), instead of a random one: 32 of 0-9 and a-f. */
  readonly token?: string
  readonly now: number
}

/**
 * Makes a token of 32 lower-case hexadecimal characters. Only its hash is stored, so this is the one time that it can be shown.
 * A preset token that exists already stays as it is; throws Conflict when that one was revoked.
 */
export async function createToken(
  database: Database,
  wanted: NewToken
): Promise<{ token: string; id: string; identityId: string | null }> {
  const { account, role, identity, name = '', token = randomToken(), now } = wanted
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(account))
    throw new InvalidRequest(
      'An account is 1 to 64 letters, digits, ".", "_" or "-", and starts with a letter or digit.'
    )
  if (!isHex(token, 32)) throw new InvalidRequest('A token is 32 characters of 0-9 and a-f.')
  if (name.length > 200) throw new InvalidRequest('The name of a token has at most 200 characters.')
  return database.db.transaction().execute(async trx => {
    await ensureAccount(trx, account, now)
    const identityId = identity === undefined ? null : await ensureIdentity(trx, account, identity, now)
    const id = await insertToken(trx, { account, role, identityId, name, token, now })
    return { token, id, identityId }
  })
}

type StoredToken = Required<Omit<NewToken, 'identity'>> & { readonly identityId: string | null }

/** Stores the hash of a token and answers its public id; throws Conflict for one that was revoked. */
export async function insertToken(trx: Kysely<Schema>, wanted: StoredToken): Promise<string> {
  const { account, role, identityId, name, token, now } = wanted
  const hash = hashToken(token)
  const id = hash.slice(0, 12)
  const row = {
    id,
    hash,
    account_id: account,
    role,
    name,
    created_at: now,
    last_used_at: null,
    revoked_at: null,
    identity_id: identityId
  }
  await trx
    .insertInto('tokens')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const stored = await trx.selectFrom('tokens').select(['hash', 'revoked_at']).where('id', '=', id).executeTakeFirst()
  if (stored?.hash !== hash || stored.revoked_at !== null)
    throw new Conflict('This token was revoked and cannot be used again: choose another one.')
  return id
}

/** A token that nobody can guess. */
export const randomToken = (): string => randomBytes(16).toString('hex')

/** Makes the account when it does not exist. */
export async function ensureAccount(db: Kysely<Schema>, account: string, now: number): Promise<void> {
  await db
    .insertInto('accounts')
    .values({ id: account, created_at: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** All tokens, or those of one account, oldest first, the revoked ones too. */
export async function listTokens(database: Database, account?: string): Promise<TokenListing[]> {
  let query = database.db
    .selectFrom('tokens')
    .leftJoin('identities', 'identities.id', 'tokens.identity_id')
    .selectAll('tokens')
    .select('identities.label as identity')
    .orderBy('tokens.created_at')
    .orderBy('tokens.id')
  if (account !== undefined) query = query.where('tokens.account_id', '=', account)
  const rows = await query.execute()
  return rows.map(row => ({
    id: row.id,
    account: row.account_id,
    role: row.role,
    identity: row.identity,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at
  }))
}

/** Ends a token by its public id: at once in this process, within a second in others. Throws NotFound. */
export async function revokeToken(database: Database, id: string, now: number): Promise<void> {
  const isId = /^[0-9a-f]{12}$/.test(id)
  const token = isId && (await database.db.selectFrom('tokens').select('id').where('id', '=', id).executeTakeFirst())
  if (!token) throw new NotFound(`There is no token ${id.slice(0, 40)}: list them to see their ids.`)
  await database.db
    .updateTable('tokens')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  forgetVerified(database)
}
