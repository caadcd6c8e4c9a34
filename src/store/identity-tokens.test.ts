import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, testDatabase } from '../../test/support/databases.ts'
import { NotFound } from '../errors.ts'
import { ensureAccount } from './accounts.ts'
import { createIdentity } from './identities.ts'
import { getIdentityToken, listIdentityTokens, removeIdentityToken, setIdentityToken } from './identity-tokens.ts'
import { hashToken } from './verify-token.ts'

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a token of a network is noted down as its hash, changed, listed and removed', async t => {
      const database = await testDatabase(t, engine)
      await ensureAccount(database.db, 'acme', 1)
      const sales = { label: 'sales', status: 'active', isMaster: false } as const
      const { id: identityId } = await createIdentity(database, 'acme', sales, 1)
      const of = { accountId: 'acme', identityId, service: 'facebook' } as const

      assert.equal((await setIdentityToken(database, of, 'one', 5)).isNew, true)
      const noted = { identityId, service: 'facebook', hash: hashToken('two'), createdAt: 5, updatedAt: 7 }
      assert.deepEqual(await setIdentityToken(database, of, 'two', 7), { ...noted, isNew: false })
      assert.deepEqual(await getIdentityToken(database, of), noted)
      assert.deepEqual(await listIdentityTokens(database, of), [noted])
      await assert.rejects(getIdentityToken(database, { ...of, service: 'linkedin' }), NotFound)

      await removeIdentityToken(database, of)
      await assert.rejects(getIdentityToken(database, of), new NotFound('Token not found'))
      await assert.rejects(removeIdentityToken(database, of), new NotFound('Token not found'))
      const foreign = { ...of, accountId: 'other' }
      await assert.rejects(setIdentityToken(database, foreign, 'one', 5), new NotFound('Identity not found'))
      await assert.rejects(listIdentityTokens(database, foreign), NotFound)
    })
  })
}
