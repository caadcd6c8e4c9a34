import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Gone } from '../../src/errors.ts'
import { erasePerson } from '../../src/jobs/erase-person.ts'
import type { Execution } from '../../src/jobs/execution.ts'
import { engines } from '../support/databases.ts'
import { idOf, populate } from '../support/world.ts'
import { ann, jobWorld, until } from './job-world.ts'
import { testJob } from './test-job.ts'

const isOver = ({ finishedAt }: Execution) => finishedAt !== null
const [eve, bob] = [idOf('eve'), idOf('bob')]
const echo = async ({ ids }: { ids: readonly string[] }) => ({ body: { people: ids.length, ids }, metadata: {} })

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('an erasure takes a person out of stored questions, and the results that name them away', async t => {
      const world = await jobWorld(t, engine, { jobs: [testJob({ run: echo })] })
      await world.work()
      const asked = async (ids: readonly string[]) => {
        const { execution } = await world.executions.submit(ann, 'Count', { ids })
        await until(world.executions, execution.id, isOver)
        return execution.id
      }
      const both = await asked([eve, bob])
      const other = await asked([bob])

      const { results, questions } = await erasePerson(world, eve, Date.now())

      assert.deepEqual({ results, questions }, { results: 1, questions: 1 })
      assert.deepEqual((await world.executions.get(ann, both)).ids, [bob])
      await assert.rejects(world.executions.result(ann, both), Gone)
      assert.deepEqual(JSON.parse((await world.executions.result(ann, other))?.json ?? '').ids, [bob])
    })

    test('a person is found by a handle, with or without an account that is known by it', async t => {
      const world = await jobWorld(t, engine, { jobs: [testJob({ run: echo })] })
      await populate(world.warehouse, {
        profiles: [{ id: 'eve', handle: 'Eve_1' }],
        posts: [{ author: 'eve' }, { author: 'twitter:@dan' }, { author: 'twitter:@dan' }],
        interactions: [{ from: 'twitter:@dan', to: 'bob' }]
      })
      const erased = async (reference: string) => {
        const { profiles, posts, interactions } = await erasePerson(world, reference, Date.now())
        return { profiles, posts, interactions }
      }

      assert.deepEqual(await erased('twitter:@eve_1'), { profiles: 1, posts: 1, interactions: 0 })
      assert.deepEqual(await erased('twitter:@dan'), { profiles: 0, posts: 2, interactions: 1 })
      assert.deepEqual(await erased('twitter:@dan'), { profiles: 0, posts: 0, interactions: 0 })
    })

    test('ids that look alike are left alone', async t => {
      const world = await jobWorld(t, engine)
      await world.executions.submit(ann, 'Count', { ids: ['mastodon:axb@c.d'] })

      assert.equal((await erasePerson(world, idOf('mastodon:a_b@c.d'), Date.now())).questions, 0)
    })

    test('a job that runs meanwhile begins anew without the person, and no try is counted', async t => {
      const gate = Promise.withResolvers<void>()
      const run = async (request: { ids: readonly string[] }) => {
        if (request.ids.length === 2) await gate.promise
        return echo(request)
      }
      const world = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await world.work()
      const { execution } = await world.executions.submit(ann, 'Count', { ids: [eve, bob] })
      await until(world.executions, execution.id, ({ state }) => state === 'running')

      await erasePerson(world, eve, Date.now())
      const finished = await until(world.executions, execution.id, isOver)
      gate.resolve()

      assert.deepEqual([finished.state, finished.attempt], ['finished', 1])
      assert.deepEqual(JSON.parse((await world.executions.result(ann, execution.id))?.json ?? '').ids, [bob])
    })
  })
}
