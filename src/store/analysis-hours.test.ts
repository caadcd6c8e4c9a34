import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, testDatabase } from '../../test/support/databases.ts'
import { TooMany } from '../errors.ts'
import { ensureAccount } from './accounts.ts'
import { accountUsage, analysisHours } from './analysis-hours.ts'
import type { Database } from './database.ts'
import { createIdentity } from './identities.ts'
import { setLimit } from './identity-limits.ts'

const hour = 3_600_000

async function identityIn(database: Database, label: string): Promise<string> {
  await ensureAccount(database.db, 'acme', 1)
  return (await createIdentity(database, 'acme', { label, status: 'active', isMaster: false }, 1)).id
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('an identity may ask for as many analyses in an hour as its limit says', async t => {
      const database = await testDatabase(t, engine)
      const identityId = await identityIn(database, 'sales')
      const of = { identityId, service: 'twitter' } as const
      const { add, requireLeft } = analysisHours(database)
      const limit = (analyzeQueries: number | null) =>
        setLimit(database, { ...of, accountId: 'acme' }, { totalAllowance: null, analyzeQueries })

      await limit(2)
      await add(of, 10 * hour)
      await requireLeft(of, 10 * hour)
      await add(of, 11 * hour - 1)
      const refused = new TooMany(
        'This identity has asked for as many analyses of twitter as its limit allows in an hour: ask again in the next one, or have the limit raised',
        1
      )
      await assert.rejects(add(of, 11 * hour - 1), refused)
      await assert.rejects(requireLeft(of, 11 * hour - 1), refused)
      await add({ ...of, service: 'linkedin' }, 10 * hour)
      await add(of, 11 * hour)

      await limit(0)
      await assert.rejects(add(of, 12 * hour), TooMany)
      await assert.rejects(requireLeft(of, 12 * hour), TooMany)
      await limit(null)
      await add(of, 12 * hour)
      await requireLeft(of, 12 * hour)
    })

    test('two that ask at once do not share the last analysis of an hour', async t => {
      const database = await testDatabase(t, engine)
      const of = { identityId: await identityIn(database, 'sales'), service: 'twitter' } as const
      await setLimit(database, { ...of, accountId: 'acme' }, { totalAllowance: null, analyzeQueries: 3 })
      const { add } = analysisHours(database)

      const asked = await Promise.allSettled(Array.from({ length: 10 }, () => add(of, hour)))
      assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 3)
    })

    test('the usage of an account is that of its identities, by the hours that a window touches', async t => {
      const database = await testDatabase(t, engine)
      const [sales, press] = [await identityIn(database, 'sales'), await identityIn(database, 'press')]
      const { add } = analysisHours(database)
      for (const [identityId, service, at] of [
        [sales, 'twitter', 10],
        [sales, 'twitter', 10.5],
        [press, 'twitter', 10.9],
        [press, 'linkedin', 10],
        [sales, 'twitter', 11],
        [sales, 'twitter', 13]
      ] as const)
        await add({ identityId, service }, at * hour)

      const usage = (from: number, to: number) =>
        accountUsage(database, 'acme', { startMs: from * hour, endMs: to * hour })
      const ten = { startMs: 10 * hour }
      assert.deepEqual(await usage(10.7, 11.2), [
        { ...ten, service: 'linkedin', analyses: 1 },
        { ...ten, service: 'twitter', analyses: 3 },
        { startMs: 11 * hour, service: 'twitter', analyses: 1 }
      ])
      assert.deepEqual(await usage(12, 13), [])
      assert.deepEqual(await accountUsage(database, 'other', { startMs: 0, endMs: 99 * hour }), [])
    })
  })
}
