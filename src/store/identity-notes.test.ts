import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, testDatabase } from '../../test/support/databases.ts'
import { NotFound } from '../errors.ts'
import { ensureAccount } from './accounts.ts'
import type { Database } from './database.ts'
import { createIdentity } from './identities.ts'
import {
  getIdentityToken,
  getLimit,
  listIdentityTokens,
  listLimits,
  removeIdentityToken,
  removeLimit,
  setIdentityToken,
  setLimit
} from './identity-notes.ts'
import { hashToken } from './verify-token.ts'

const page = { page: 1, perPage: 25 }

async function identityIn(database: Database, label: string, now: number): Promise<string> {
  await ensureAccount(database.db, 'acme', 1)
  return (await createIdentity(database, 'acme', { label, status: 'active', isMaster: false }, now)).id
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a limit is noted down, changed, listed and removed', async t => {
      const database = await testDatabase(t, engine)
      const sales = await identityIn(database, 'sales', 1)
      const press = await identityIn(database, 'press', 2)
      const some = { totalAllowance: 100_000, analyzeQueries: 50 }

      assert.equal(await setLimit(database, 'acme', sales, 'facebook', some), true)
      assert.equal(await setLimit(database, 'acme', sales, 'facebook', { ...some, analyzeQueries: null }), false)
      assert.equal(await setLimit(database, 'acme', press, 'facebook', some), true)
      const ofSales = { identityId: sales, service: 'facebook', totalAllowance: 100_000, analyzeQueries: null }
      const ofPress = { identityId: press, service: 'facebook', ...some }
      assert.deepEqual(await getLimit(database, 'acme', sales, 'facebook'), ofSales)
      assert.deepEqual(await listLimits(database, 'acme', 'facebook', page), { count: 2, limits: [ofSales, ofPress] })
      const second = await listLimits(database, 'acme', 'facebook', { page: 2, perPage: 1 })
      assert.deepEqual(second, { count: 2, limits: [ofPress] })

      await removeLimit(database, 'acme', sales, 'facebook')
      await assert.rejects(getLimit(database, 'acme', sales, 'facebook'), new NotFound('Limit not found'))
      await assert.rejects(removeLimit(database, 'acme', sales, 'facebook'), NotFound)
    })

    test('a token of a network is noted down, changed, listed and removed', async t => {
      const database = await testDatabase(t, engine)
      const id = await identityIn(database, 'sales', 1)

      assert.equal(await setIdentityToken(database, 'acme', id, { service: 'facebook', token: 'one', now: 5 }), true)
      assert.equal(await setIdentityToken(database, 'acme', id, { service: 'facebook', token: 'two', now: 7 }), false)
      const noted = { identityId: id, service: 'facebook', hash: hashToken('two'), createdAt: 5, updatedAt: 7 }
      assert.deepEqual(await getIdentityToken(database, 'acme', id, 'facebook'), noted)
      assert.deepEqual(await listIdentityTokens(database, 'acme', id, page), { count: 1, tokens: [noted] })

      await removeIdentityToken(database, 'acme', id, 'facebook')
      await assert.rejects(getIdentityToken(database, 'acme', id, 'facebook'), new NotFound('Token not found'))
    })

    test("another account's identity does not exist", async t => {
      const database = await testDatabase(t, engine)
      const id = await identityIn(database, 'sales', 1)
      const some = { totalAllowance: 1, analyzeQueries: 1 }

      await assert.rejects(setLimit(database, 'other', id, 'facebook', some), new NotFound('Identity not found'))
      await assert.rejects(listIdentityTokens(database, 'other', id, page), NotFound)
    })
  })
}
