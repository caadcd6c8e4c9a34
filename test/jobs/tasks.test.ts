import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Forbidden, InvalidRequest, NotFound, Stopped, TooMany } from '../../src/errors.ts'
import { queueSnapshot } from '../../src/jobs/queue-snapshot.ts'
import { removeOldTasks } from '../../src/jobs/tasks/remove-old-tasks.ts'
import { raiseCorpusRevision } from '../../src/store/corpus-revision.ts'
import { engines } from '../support/databases.ts'
import { jobWorld, people } from './job-world.ts'
import { answerOf, counting, recordingId, request, taskWorld } from './task-world.ts'

const analyses = { type: 'analysis', page: 1, perPage: 25 } as const

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a task is queued, run and read with its result', async t => {
      const { tasks, sales, work, ended } = await taskWorld(t, engine, { now: () => 5_000 })
      const parameters = { ...counting(3), filter: '' }
      const { id, queued, queueLimit } = await tasks.submit(sales, 'twitter', request(parameters))

      assert.match(id, /^[0-9a-f]{40}$/)
      assert.deepEqual([queued, queueLimit], [1, 1_000])
      const asked = {
        id,
        identityId: sales.identityId,
        recordingId,
        service: 'twitter',
        type: 'analysis',
        name: 'a test',
        parameters: counting(3),
        usage: 1,
        message: '',
        createdAt: 5_000,
        updatedAt: 5_000
      }
      const waiting = { ...asked, state: 'queued', stepsCompleted: null, totalSteps: null }
      assert.deepEqual(await tasks.get(sales, 'twitter', id), { ...waiting, result: null })
      assert.deepEqual(await tasks.list(sales, 'twitter', analyses), { count: 1, tasks: [waiting] })

      await work()
      const analysis = { ...counting().parameters, results: [], redacted: false }
      assert.deepEqual(await ended(sales, id), {
        ...asked,
        state: 'finished',
        stepsCompleted: 1,
        totalSteps: 1,
        result: { interactions: 10, unique_authors: 3, analysis }
      })
    })

    test('the same question about the same data is answered at once by the earlier result', async t => {
      let asked = 0
      const world = await taskWorld(t, engine, {
        answer: async question => {
          asked++
          return answerOf(question)
        }
      })
      const { tasks, sales, support, work, ended } = world
      const first = await tasks.submit(sales, 'twitter', request())
      const meanwhile = await tasks.submit(sales, 'twitter', request())
      await work({ concurrency: 1 })
      const { result } = await ended(sales, first.id)
      assert.deepEqual((await ended(sales, meanwhile.id)).result, result)

      const again = await tasks.submit(support, 'twitter', request())
      const { state, stepsCompleted, ...rest } = await tasks.get(support, 'twitter', again.id)
      assert.deepEqual([state, stepsCompleted, rest.result], ['finished', 1, result])
      assert.deepEqual(await tasks.analyse(sales, 'twitter', recordingId, counting()), result)
      assert.equal(asked, 1)

      await raiseCorpusRevision(world.database.db)
      await ended(sales, (await tasks.submit(sales, 'twitter', request())).id)
      assert.equal(asked, 2)
    })

    test('tasks of an account run in the order in which they were submitted', async t => {
      const order: number[] = []
      const { tasks, sales, support, work, ended } = await taskWorld(t, engine, {
        now: () => 7_000,
        answer: async question => {
          order.push(question.start)
          return answerOf(question)
        }
      })
      const ids: string[] = []
      for (let start = 0; start < 12; start++)
        ids.push((await tasks.submit(start % 3 ? sales : support, 'twitter', request(counting(start)))).id)
      await work({ concurrency: 1 })
      await ended(sales, ids.at(-1) ?? '')

      assert.deepEqual(order, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    })

    test("lists are the identity's own, newest first, by page and by state", async t => {
      const { tasks, sales, support, work, ended } = await taskWorld(t, engine)
      const submit = async (start: number) => (await tasks.submit(sales, 'twitter', request(counting(start)))).id
      const [a = '', b = '', c = ''] = [await submit(1), await submit(2), await submit(3)]
      const ids = async (wanted: object = {}) => {
        const { count, tasks: found } = await tasks.list(sales, 'twitter', { ...analyses, ...wanted })
        return [count, ...found.map(task => task.id)]
      }

      assert.deepEqual(await ids(), [3, c, b, a])
      assert.deepEqual(await ids({ perPage: 2 }), [3, c, b])
      assert.deepEqual(await ids({ perPage: 2, page: 2 }), [3, a])
      assert.deepEqual(await ids({ perPage: 2, page: 3 }), [3])
      await tasks.stop(sales, 'twitter', b)
      await work()
      await ended(sales, c)
      assert.deepEqual(await ids({ state: 'finished' }), [2, c, a])
      assert.deepEqual(await ids({ state: 'finished', perPage: 1, page: 2 }), [2, a])
      assert.deepEqual(await ids({ state: 'failed' }), [1, b])
      assert.deepEqual(await ids({ state: 'queued' }), [0])
      assert.deepEqual(await ids({ type: 'strategy' }), [0])
      assert.deepEqual(await tasks.list(sales, 'linkedin', analyses), { count: 0, tasks: [] })
      assert.deepEqual(await tasks.list(support, 'twitter', analyses), { count: 0, tasks: [] })
      await assert.rejects(tasks.get(support, 'twitter', a), new NotFound('Task not found'))
      await assert.rejects(tasks.get(sales, 'twitter', a, 'strategy'), NotFound)
      await assert.rejects(tasks.stop(support, 'twitter', a), NotFound)
    })

    test('stopping a task ends its running query', async t => {
      const stopped = Promise.withResolvers<unknown>()
      const { tasks, sales, work, ended } = await taskWorld(t, engine, {
        answer: async (_question, _program, warehouse) => {
          await warehouse
            .command('SELECT sleepEachRow(1) FROM numbers(60) SETTINGS max_block_size = 1')
            .catch(stopped.resolve)
          throw new Error('slept')
        }
      })
      const { id } = await tasks.submit(sales, 'twitter', request())
      await work()
      while ((await tasks.get(sales, 'twitter', id)).state !== 'running') await new Promise(setImmediate)

      const { state, message } = await tasks.stop(sales, 'twitter', id)
      assert.deepEqual([state, message], ['stopped', 'This task was stopped'])
      assert((await stopped.promise) instanceof Stopped)
      assert.equal((await tasks.stop(sales, 'twitter', id)).state, 'stopped')
      assert.equal((await ended(sales, id)).result, null)
    })

    test('a mistake that shows only when a task runs is its message', async t => {
      const { tasks, sales, work, ended } = await taskWorld(t, engine, {
        answer: async () => {
          throw new InvalidRequest('The filter is too much for this server')
        }
      })
      const { id } = await tasks.submit(sales, 'twitter', request())
      await work()
      const { state, message, result } = await ended(sales, id)

      assert.deepEqual([state, message, result], ['failed', 'The filter is too much for this server', null])
    })

    test('what cannot be asked is refused before it is stored', async t => {
      const limits = { analysis: 2, strategy: 1 }
      const { tasks, sales, support } = await taskWorld(t, engine, { limits })
      const refused = (wanted: Partial<ReturnType<typeof request>>, error: object, caller = sales) =>
        assert.rejects(tasks.submit(caller, 'twitter', { ...request(), ...wanted }), error)

      await refused({}, new Forbidden('You must use an account identity to access this endpoint'), {
        ...sales,
        identityId: null
      })
      await refused({ name: 'a\0b' }, InvalidRequest)
      await refused({ parameters: {} }, new InvalidRequest(`Missing param 'parameters'`))
      await refused({ parameters: { ...counting(), pad: 'x'.repeat(300_000) } }, InvalidRequest)
      await refused({ recordingId: 'c'.repeat(40) }, new NotFound('Subscription not found'))
      await refused({ type: 'strategy', parameters: {} }, new InvalidRequest(`Missing param 'strategy'`))
      assert.equal((await tasks.list(sales, 'twitter', analyses)).count, 0)

      for (const start of [1, 2]) await tasks.submit(sales, 'twitter', request(counting(start)))
      await refused({ parameters: counting(3) }, TooMany)
      const { queued } = await tasks.submit(support, 'twitter', request(counting(3)))
      assert.equal(queued, 1)
    })

    test('lists, limits and metrics of the Execute API tell executions and tasks apart', async t => {
      const { database, place, tasks, sales } = await taskWorld(t, engine)
      const jobs = await jobWorld(t, engine, { place, maxUnfinished: 1 })
      for (const start of [1, 2]) await tasks.submit(sales, 'twitter', request(counting(start)))
      const { execution } = await jobs.executions.submit(sales, 'Count', people)

      const { totalItems, items } = await jobs.executions.list(sales, {}, { max: 20, offset: 0 })
      assert.deepEqual([totalItems, items.map(({ id }) => id)], [1, [execution.id]])
      const queued = await jobs.executions.list(sales, { states: ['queued'] }, { max: 20, offset: 0 })
      assert.equal(queued.totalItems, 1)
      const [{ id = '' } = {}] = (await tasks.list(sales, 'twitter', analyses)).tasks
      await assert.rejects(jobs.executions.get(sales, id), NotFound)
      await assert.rejects(tasks.get(sales, 'twitter', execution.id), NotFound)
      const { counts } = await queueSnapshot(database)()
      assert.deepEqual(
        counts.map(row => ({ ...row })),
        [
          { job: 'Count', state: 'queued', count: 1 },
          { job: 'analysis', state: 'queued', count: 2 }
        ]
      )
    })

    test('tasks older than they are kept go with their results, oldest first', async t => {
      const day = 86_400_000
      let now = 1 * day
      const { database, tasks, sales, work, ended } = await taskWorld(t, engine, { now: () => now })
      const submit = async (start: number) => (await tasks.submit(sales, 'twitter', request(counting(start)))).id
      const [first, kept] = [await submit(1), await submit(2)]
      await work({ now: () => now })
      await Promise.all([ended(sales, first), ended(sales, kept)])
      now = 20 * day
      const later = await submit(2)
      const newest = await submit(3)
      await ended(sales, newest)

      assert.equal(await removeOldTasks(database, 30, 31.5 * day), 2)
      const { count, tasks: left } = await tasks.list(sales, 'twitter', { ...analyses, perPage: 1, page: 2 })
      assert.deepEqual([count, left.map(task => task.id)], [2, [later]])
      assert.notEqual((await tasks.get(sales, 'twitter', later)).result, null)
      await assert.rejects(tasks.get(sales, 'twitter', first), NotFound)
      const results = await database.db.selectFrom('results').select('fingerprint').execute()
      assert.equal(results.length, 2)
      assert.equal(await removeOldTasks(database, 0, 99 * day), 0)
    })
  })
}
