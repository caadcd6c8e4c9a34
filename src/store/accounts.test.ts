import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, openPlace, testDatabase } from '../../test/support/databases.ts'
import { Conflict, InvalidRequest, NotFound } from '../errors.ts'
import { createToken, listTokens, revokeToken } from './accounts.ts'
import { verifyToken } from './verify-token.ts'

const preset = '0123456789abcdef0123456789abcdef'

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a token stands for its account and role', async t => {
      const database = await testDatabase(t, engine)
      const { token } = await createToken(database, { account: 'research', role: 'member', now: 1 })

      assert.match(token, /^[0-9a-f]{32}$/)
      assert.deepEqual(await verifyToken(database, token), {
        accountId: 'research',
        role: 'member',
        identityId: null
      })
      assert.equal(await verifyToken(database, preset), undefined)
      assert.equal(await verifyToken(database, `${token}'; --`), undefined)
    })

    test('a token is stored as its hash only', async t => {
      const database = await testDatabase(t, engine)
      const { token, id } = await createToken(database, { account: 'a', role: 'admin', name: 'laptop', now: 1 })

      const stored = await database.db.selectFrom('tokens').selectAll().execute()
      assert(!JSON.stringify(stored).includes(token))
      assert.deepEqual(await listTokens(database), [
        {
          id,
          account: 'a',
          role: 'admin',
          identity: null,
          name: 'laptop',
          createdAt: 1,
          lastUsedAt: null,
          revokedAt: null
        }
      ])
    })

    test('a preset token may be set at every start, but not once it was revoked', async t => {
      const database = await testDatabase(t, engine)
      const wanted = { account: 'a', role: 'admin', token: preset, now: 1 } as const
      const { id } = await createToken(database, wanted)
      await createToken(database, wanted)
      assert.equal((await listTokens(database)).length, 1)

      await revokeToken(database, id, 2)
      await assert.rejects(createToken(database, wanted), Conflict)
    })

    test('a revocation acts at once here, and within a second in another process', async t => {
      const place = await engine.place(t)
      const here = await openPlace(t, place)
      const there = await openPlace(t, place)
      const { token, id } = await createToken(here, { account: 'a', role: 'member', now: 1 })
      await verifyToken(here, token, 10_000)
      await verifyToken(there, token, 10_000)

      await revokeToken(here, id, 10_000)

      assert.equal(await verifyToken(here, token, 10_000), undefined)
      assert.equal(await verifyToken(there, token, 11_000), undefined)
      await assert.rejects(revokeToken(here, 'ffffffffffff', 1), NotFound)
    })

    test('the last use is noted to the minute', async t => {
      const database = await testDatabase(t, engine)
      const { token } = await createToken(database, { account: 'a', role: 'member', now: 1 })
      for (const now of [100_000, 130_000, 161_000, 162_000]) await verifyToken(database, token, now)

      assert.equal((await listTokens(database, 'a'))[0]?.lastUsedAt, 161_000)
    })

    test('an account has a plain name', async t => {
      const database = await testDatabase(t, engine)
      await assert.rejects(createToken(database, { account: '../a', role: 'member', now: 1 }), InvalidRequest)
    })
  })
}
