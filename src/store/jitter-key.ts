import { randomBytes } from 'node:crypto'
import type { Database } from './database.ts'

const key = 'privacy_jitter_key'

/** The secret that shifts the boundaries of rounding (analytics/privacy.ts), made when it is first asked for and the same ever after. */
export async function jitterKey({ db }: Database): Promise<string> {
  await db
    .insertInto('settings')
    .values({ key, value: randomBytes(32).toString('hex') })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  // Of two processes that start at once, one has made it.
  const { value } = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirstOrThrow()
  return value
}
