import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { InvalidRequest } from '../../src/errors.ts'
import { type Engine, engines } from '../support/databases.ts'
import { answerOf, request, sum, taskWorld } from './task-world.ts'

const analyses = { type: 'analysis', page: 1, perPage: 25 } as const
const asked = { strategy: 'sum', version: 1, parameters: {} }

const strategyWorld = (
  t: Parameters<typeof taskWorld>[0],
  engine: Engine,
  wishes: Parameters<typeof taskWorld>[2] = {}
) => taskWorld(t, engine, { strategies: [sum], ...wishes })

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a strategy runs its analyses as tasks of their own, also where one job runs at a time', async t => {
      const { tasks, sales, work, ended } = await strategyWorld(t, engine)
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      await work({ concurrency: 1 })
      const { state, result, usage, stepsCompleted, totalSteps } = await ended(sales, id)

      assert.deepEqual([state, result], ['finished', { people: 6 }])
      assert.deepEqual([usage, stepsCompleted, totalSteps], [3, 3, 3])
      const { count, tasks: spawned } = await tasks.list(sales, 'twitter', analyses)
      assert.equal(count, 3)
      assert.deepEqual(
        spawned.map(task => [task.name, task.state, task.usage]),
        [
          [`Baseline [${id}]`, 'finished', 1],
          [`Baseline [${id}]`, 'finished', 1],
          [`Audience [${id}]`, 'finished', 1]
        ]
      )
    })

    test('another try of a strategy asks only what an earlier one had not answered', async t => {
      const starts: number[] = []
      const { tasks, sales, work, ended } = await strategyWorld(t, engine, {
        answer: async question => {
          starts.push(question.start)
          if (starts.length === 2) throw new Error('a moment of weakness')
          return answerOf(question)
        }
      })
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      await work()
      const { result, usage } = await ended(sales, id)

      assert.deepEqual([result, usage], [{ people: 6 }, 3])
      assert.deepEqual(starts, [1, 2, 2, 3])
    })

    test('stopping a strategy stops the analysis that it waits for', async t => {
      const isAsked = Promise.withResolvers<void>()
      const isOver = Promise.withResolvers<unknown>()
      const { tasks, sales, work, ended } = await strategyWorld(t, engine, {
        async answer(_question, _program, warehouse) {
          isAsked.resolve()
          const endless = 'SELECT sleepEachRow(1) FROM numbers(60) SETTINGS max_block_size = 1'
          await warehouse.command(endless).catch(isOver.resolve)
          throw new Error('slept')
        }
      })
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      await work()
      await isAsked.promise
      await tasks.stop(sales, 'twitter', id)

      assert.equal(((await isOver.promise) as Error).name, 'Stopped')
      assert.equal((await ended(sales, id)).state, 'stopped')
      const { tasks: spawned } = await tasks.list(sales, 'twitter', analyses)
      assert.deepEqual(
        spawned.map(task => task.state),
        ['stopped']
      )
    })

    test('a strategy whose analysis is stopped fails and says so', async t => {
      const isAsked = Promise.withResolvers<void>()
      const { tasks, sales, work, ended } = await strategyWorld(t, engine, {
        async answer(_question, _program, warehouse) {
          isAsked.resolve()
          await warehouse.command('SELECT sleepEachRow(1) FROM numbers(60) SETTINGS max_block_size = 1')
          throw new Error('slept')
        }
      })
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      await work()
      await isAsked.promise
      const [spawned] = (await tasks.list(sales, 'twitter', analyses)).tasks
      await tasks.stop(sales, 'twitter', spawned?.id ?? '')

      const { state, message } = await ended(sales, id)
      assert.deepEqual(
        [state, message],
        ['failed', `The analysis task ${spawned?.id} did not succeed: This task was stopped`]
      )
    })

    test('a strategy whose analysis cannot be answered fails with its sentence', async t => {
      const { tasks, sales, work, ended } = await strategyWorld(t, engine, {
        answer: async () => {
          throw new InvalidRequest('The filter is too much for this server')
        }
      })
      const { id } = await tasks.submit(sales, 'twitter', request(asked, 'strategy'))
      await work()
      const { state, message } = await ended(sales, id)

      assert.equal(state, 'failed')
      assert.match(message, /^The analysis task [0-9a-f]{40} did not succeed: The filter is too much for this server$/)
    })
  })
}
