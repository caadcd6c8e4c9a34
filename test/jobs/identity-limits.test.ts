import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { InvalidRequest, TooMany } from '../../src/errors.ts'
import { accountUsage } from '../../src/store/analysis-hours.ts'
import { setLimit } from '../../src/store/identity-limits.ts'
import { type Engine, engines } from '../support/databases.ts'
import { counting, recordingId, request, sum, taskWorld } from './task-world.ts'

const hour = 3_600_000
const asked = { strategy: 'sum', version: 1, parameters: {} }

/** An identity that may ask for so many analyses of twitter in an hour. */
async function limitedWorld(t: Parameters<typeof taskWorld>[0], engine: Engine, analyzeQueries: number) {
  let now = 5 * hour
  const world = await taskWorld(t, engine, { strategies: [sum], now: () => now })
  const { accountId, identityId } = world.sales
  const of = { accountId, identityId: identityId ?? '', service: 'twitter' } as const
  await setLimit(world.database, of, { totalAllowance: null, analyzeQueries })
  const later = (by: number) => {
    now += by
  }
  const usage = () => accountUsage(world.database, accountId, { startMs: 0, endMs: 24 * hour })
  return { ...world, later, usage }
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test("an identity's limit counts tasks and what is answered at once", async t => {
      const { tasks, sales, support, later, usage } = await limitedWorld(t, engine, 2)
      await tasks.submit(sales, 'twitter', request(counting(1)))
      await tasks.analyse(sales, 'twitter', recordingId, counting(1))

      await assert.rejects(tasks.submit(sales, 'twitter', request(counting(2))), TooMany)
      await assert.rejects(tasks.analyse(sales, 'twitter', recordingId, counting(1)), TooMany)
      await assert.rejects(tasks.submit(sales, 'twitter', request(asked, 'strategy')), TooMany)
      const { count } = await tasks.list(sales, 'twitter', { type: 'analysis', page: 1, perPage: 25 })
      assert.equal(count, 1)
      await tasks.submit(support, 'twitter', request(counting(2)))

      later(hour)
      await tasks.submit(sales, 'twitter', request(counting(2)))
      assert.deepEqual(await usage(), [
        { startMs: 5 * hour, service: 'twitter', analyses: 3 },
        { startMs: 6 * hour, service: 'twitter', analyses: 1 }
      ])
    })

    test('what is wrong is not counted', async t => {
      const { tasks, sales, usage } = await limitedWorld(t, engine, 5)
      await assert.rejects(tasks.submit(sales, 'twitter', request({})), InvalidRequest)
      await assert.rejects(tasks.analyse(sales, 'twitter', recordingId, {}), InvalidRequest)
      assert.deepEqual(await usage(), [])
    })

    test('a strategy that meets the limit fails with its sentence', async t => {
      const { tasks, sales, work, ended, later } = await limitedWorld(t, engine, 2)
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      await work()
      const { state, message, usage } = await ended(sales, id)
      assert.deepEqual([state, usage], ['failed', 2])
      assert.match(message, /^This identity has asked for as many analyses of twitter as its limit allows/)

      later(hour)
      await tasks.submit(sales, 'twitter', request(counting(1)))
    })
  })
}
