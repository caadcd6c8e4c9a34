import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from './store/database.ts'
import { type Caller, verifyToken } from './store/verify-token.ts'

/** A token for the command line of this machine, good as long as this process lives, beside those of the database. */
export function createLocalToken(
  database: Database,
  { accountId, identityId }: { accountId: string; identityId: string }
) {
  const token = randomBytes(32).toString('hex')
  const expected = Buffer.from(token)
  const holder: Caller = { accountId, role: 'admin', identityId }
  return {
    token,
    async verify(given: string): Promise<Caller | undefined> {
      const bytes = Buffer.from(given)
      if (bytes.length === expected.length && timingSafeEqual(bytes, expected)) return holder
      return verifyToken(database, given)
    }
  }
}
