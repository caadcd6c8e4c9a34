import { createHash, timingSafeEqual } from 'node:crypto'
import type { Database } from './database.ts'
import type { Role } from './schema.ts'
import { type Statement, statement } from './statement.ts'

/** Whom a token stands for: on whose behalf something is asked. */
export type Caller = {
  readonly accountId: string
  readonly role: Role
  /** Whose recordings and tasks it sees; null for a key of the whole account. */
  readonly identityId: string | null
}

type TokenRow = {
  hash: string
  account_id: string
  role: Role
  identity_id: string | null
  last_used_at: number | null
}
type Verified = { readonly caller: Caller; readonly until: number }
type Memory = {
  readonly known: Map<string, Verified>
  readonly find: Statement<TokenRow>
  readonly use: Statement<never>
}

const rememberMs = 1_000
const maxRemembered = 1_000
const usedEveryMs = 60_000

// For each open database, whom its tokens stood for a moment ago: a status poll should not cost a second statement.
const memories = new WeakMap<Database, Memory>()

function memoryOf(database: Database): Memory {
  const known = memories.get(database)
  if (known) return known
  const memory = {
    known: new Map(),
    find: statement<TokenRow>(
      database,
      `SELECT tokens.hash, tokens.account_id, tokens.role, tokens.identity_id, tokens.last_used_at
       FROM tokens LEFT JOIN identities ON identities.id = tokens.identity_id
       WHERE tokens.hash = ? AND tokens.revoked_at IS NULL AND coalesce(identities.status, 'active') = 'active'`
    ),
    use: statement<never>(database, 'UPDATE tokens SET last_used_at = ? WHERE hash = ?')
  }
  memories.set(database, memory)
  return memory
}

/** Whom the token stands for, or nothing when it is unknown, revoked or of a disabled identity; ending one acts within a second. */
export async function verifyToken(database: Database, token: string, now = Date.now()): Promise<Caller | undefined> {
  const hash = hashToken(token)
  const memory = memoryOf(database)
  const remembered = memory.known.get(hash)
  if (remembered && now < remembered.until) return remembered.caller
  const [row] = await memory.find([hash])
  // The index compared hashes of what was sent, which tells nothing about a token; this keeps even that in constant time.
  if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return undefined
  const caller = { accountId: row.account_id, role: row.role, identityId: row.identity_id }
  if (memory.known.size >= maxRemembered) memory.known.clear()
  memory.known.set(hash, { caller, until: now + rememberMs })
  if (now - (row.last_used_at ?? 0) >= usedEveryMs) await memory.use([now, hash])
  return caller
}

/** SHA-256 in hexadecimal: all that is stored of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Makes a revocation act at once in this process. */
export function forgetVerified(database: Database): void {
  memories.get(database)?.known.clear()
}
