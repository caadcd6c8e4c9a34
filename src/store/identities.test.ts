import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, testDatabase } from '../../test/support/databases.ts'
import { Conflict, InvalidRequest, NotFound } from '../errors.ts'
import { createToken, ensureAccount, listTokens } from './accounts.ts'
import { createIdentity, getIdentity, listIdentities, updateIdentity } from './identities.ts'
import { verifyToken } from './verify-token.ts'

const sales = { label: 'sales', status: 'active', isMaster: false } as const

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('an identity is made with a key of its own', async t => {
      const database = await testDatabase(t, engine)
      await ensureAccount(database.db, 'acme', 1)
      const { apiKey, ...made } = await createIdentity(database, 'acme', sales, 5)

      assert.match(made.id, /^[0-9a-f]{32}$/)
      assert.deepEqual(made, { id: made.id, ...sales, createdAt: 5, updatedAt: 5 })
      assert.deepEqual(await getIdentity(database, 'acme', made.id), made)
      assert.deepEqual(await verifyToken(database, apiKey), {
        accountId: 'acme',
        role: 'member',
        identityId: made.id
      })
      await assert.rejects(createIdentity(database, 'acme', sales, 6), Conflict)
    })

    test('a token for an identity makes it when the account has none of that label', async t => {
      const database = await testDatabase(t, engine)
      const first = await createToken(database, { account: 'acme', identity: 'sales', role: 'admin', now: 1 })
      const second = await createToken(database, { account: 'acme', identity: 'sales', role: 'member', now: 2 })
      const other = await createToken(database, { account: 'other', identity: 'sales', role: 'member', now: 3 })

      assert.equal(first.identityId, second.identityId)
      assert.notEqual(first.identityId, other.identityId)
      assert.deepEqual(
        (await listTokens(database)).map(({ account, identity }) => [account, identity]),
        [
          ['acme', 'sales'],
          ['acme', 'sales'],
          ['other', 'sales']
        ]
      )
    })

    test('the key of a disabled identity is refused until it is active again', async t => {
      const database = await testDatabase(t, engine)
      await ensureAccount(database.db, 'acme', 1)
      const { id, apiKey } = await createIdentity(database, 'acme', sales, 1)
      const isGood = async () => (await verifyToken(database, apiKey)) !== undefined
      assert.equal(await isGood(), true)

      const disabled = await updateIdentity(database, 'acme', id, { status: 'disabled' }, 9)
      assert.deepEqual(disabled, {
        id,
        label: 'sales',
        status: 'disabled',
        isMaster: false,
        createdAt: 1,
        updatedAt: 9
      })
      assert.equal(await isGood(), false)

      await updateIdentity(database, 'acme', id, { status: 'active' }, 10)
      assert.equal(await isGood(), true)
    })

    test('identities are listed page by page, oldest first, or found by label', async t => {
      const database = await testDatabase(t, engine)
      await ensureAccount(database.db, 'acme', 1)
      for (const [index, label] of ['a', 'b', 'c'].entries())
        await createIdentity(database, 'acme', { ...sales, label }, index)
      const labels = async (wanted: { label?: string; page?: number }) => {
        const { count, identities } = await listIdentities(database, 'acme', { page: 1, perPage: 2, ...wanted })
        return [count, ...identities.map(identity => identity.label)]
      }

      assert.deepEqual(await labels({}), [3, 'a', 'b'])
      assert.deepEqual(await labels({ page: 2 }), [3, 'c'])
      assert.deepEqual(await labels({ label: 'b' }), [1, 'b'])
      assert.deepEqual(await labels({ label: 'b\0' }), [0])
    })

    test('of identities that take one label at once one has it, and the others are told so', async t => {
      const database = await testDatabase(t, engine)
      await ensureAccount(database.db, 'acme', 1)
      const made = await Promise.all(
        ['a', 'b', 'c', 'd'].map(label => createIdentity(database, 'acme', { ...sales, label }, 1))
      )
      const taken = await Promise.allSettled([
        ...made.map(({ id }) => updateIdentity(database, 'acme', id, { label: 'sales' }, 2)),
        createIdentity(database, 'acme', sales, 2)
      ])
      const refused = taken.flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
      assert.equal(refused.length, 4)
      assert.ok(refused.every(reason => reason instanceof Conflict))
    })

    test('what cannot be is refused with a sentence', async t => {
      const database = await testDatabase(t, engine)
      await ensureAccount(database.db, 'acme', 1)
      await ensureAccount(database.db, 'other', 1)
      const { id } = await createIdentity(database, 'acme', sales, 1)
      await createIdentity(database, 'acme', { ...sales, label: 'support' }, 1)

      await assert.rejects(getIdentity(database, 'other', id), new NotFound('Identity not found'))
      await assert.rejects(updateIdentity(database, 'acme', 'f'.repeat(32), {}, 2), NotFound)
      await assert.rejects(updateIdentity(database, 'acme', id, { label: 'support' }, 2), Conflict)
      for (const label of ['', 'a\nb', '\ud800', 'x'.repeat(201)])
        await assert.rejects(createIdentity(database, 'acme', { ...sales, label }, 2), InvalidRequest)
    })
  })
}
