import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, testDatabase } from '../../test/support/databases.ts'
import { NotFound } from '../errors.ts'
import { ensureAccount } from './accounts.ts'
import type { Database } from './database.ts'
import { createIdentity } from './identities.ts'
import { getLimit, listLimits, removeLimit, setLimit } from './identity-limits.ts'

async function identityIn(database: Database, label: string, now: number): Promise<string> {
  await ensureAccount(database.db, 'acme', 1)
  return (await createIdentity(database, 'acme', { label, status: 'active', isMaster: false }, now)).id
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a limit is set, changed, listed and removed', async t => {
      const database = await testDatabase(t, engine)
      const of = (identityId: string) => ({ accountId: 'acme', identityId, service: 'facebook' }) as const
      const sales = of(await identityIn(database, 'sales', 1))
      const press = of(await identityIn(database, 'press', 2))
      const some = { totalAllowance: 100_000, analyzeQueries: 50 }

      assert.equal(await setLimit(database, sales, some), true)
      assert.equal(await setLimit(database, sales, { ...some, analyzeQueries: null }), false)
      assert.equal(await setLimit(database, press, some), true)
      const ofSales = { ...some, identityId: sales.identityId, service: 'facebook', analyzeQueries: null }
      const ofPress = { ...some, identityId: press.identityId, service: 'facebook' }
      assert.deepEqual(await getLimit(database, sales), ofSales)
      const page = { page: 1, perPage: 25 }
      assert.deepEqual(await listLimits(database, sales, page), { count: 2, limits: [ofSales, ofPress] })
      assert.deepEqual(await listLimits(database, sales, { page: 2, perPage: 1 }), { count: 2, limits: [ofPress] })

      await removeLimit(database, sales)
      await assert.rejects(getLimit(database, sales), new NotFound('Limit not found'))
      await assert.rejects(removeLimit(database, sales), new NotFound('Limit not found'))
    })

    test("another account's identity has no limits that could be seen or set", async t => {
      const database = await testDatabase(t, engine)
      const identityId = await identityIn(database, 'sales', 1)
      const of = { accountId: 'other', identityId, service: 'facebook' } as const

      const unknown = new NotFound('Identity not found')
      await assert.rejects(setLimit(database, of, { totalAllowance: 1, analyzeQueries: 1 }), unknown)
      await assert.rejects(getLimit(database, of), unknown)
      await assert.rejects(removeLimit(database, of), unknown)
      assert.deepEqual(await listLimits(database, of, { page: 1, perPage: 25 }), { count: 0, limits: [] })
    })
  })
}
