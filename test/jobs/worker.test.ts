import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type } from 'typebox'
import { InvalidRequest, Unavailable } from '../../src/errors.ts'
import type { JobContext } from '../../src/jobs/define-job.ts'
import type { Execution } from '../../src/jobs/execution.ts'
import { executionRows } from '../../src/jobs/execution-rows.ts'
import { claimNext, putBackLost } from '../../src/jobs/queue.ts'
import type { Database } from '../../src/store/database.ts'
import { endConnections, engines } from '../support/databases.ts'
import { ann, bob, jobWorld, people, until, whenAborted } from './job-world.ts'
import { testJob } from './test-job.ts'

const isOver = ({ finishedAt }: Execution) => finishedAt !== null
const isRunning = ({ state }: Execution) => state === 'running'
const answer = { body: { people: 1 }, metadata: {} }

/** A clock that a test moves by hand. */
function clock() {
  let time = 1_000_000
  return {
    now: () => time,
    pass(ms: number) {
      time += ms
    }
  }
}

/** How long a job is put off, as soon as it is. */
async function untilPutBack(database: Database, id: string, now: number): Promise<number> {
  for (;;) {
    const [row] = await executionRows(database).get([id])
    if (row?.state === 'queued') return row.due_at - now
    await sleep(10)
  }
}

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a job goes from queued to finished, and its answer has a frame', async t => {
      const { executions, work } = await jobWorld(t, engine)
      const ends: object[] = []
      await work({ observe: ({ job, state }) => ends.push({ job, state }) })
      const { execution } = await executions.submit(ann, 'Count', { ...people, configuration: 'c1' })
      const finished = await until(executions, execution.id, isOver)

      assert.deepEqual([finished.state, finished.progress, finished.attempt], ['finished', 100, 1])
      assert(finished.startedAt !== null && finished.startedAt >= finished.submittedAt)
      const { $schema, _metadata, people: count } = JSON.parse((await executions.result(ann, execution.id))?.json ?? '')
      assert.deepEqual([$schema, count], ['/schemata/CountResult.json', 2])
      const { job, status, requested_size, audience_size, service, configuration } = _metadata
      assert.deepEqual([job, status, requested_size, audience_size, service], ['Count', 'DONE', 2, 2, 'twitter'])
      assert.deepEqual([configuration, _metadata.execution], ['c1', execution.id])
      assert.deepEqual(ends, [{ job: 'Count', state: 'finished' }])
    })

    test('every one of many jobs runs exactly once, whoever takes it', async t => {
      const ran: string[] = []
      const run = async ({ ids: [id = ''] }: { ids: readonly string[] }) => {
        ran.push(id)
        return answer
      }
      const jobs = [testJob({ run })]
      const { place, executions, work } = await jobWorld(t, engine, { jobs })
      const other = await jobWorld(t, engine, { jobs, place })
      await Promise.all([work(), other.work()])
      const ids = Array.from({ length: 60 }, (_, i) => `twitter:${i}`)
      const asked = await Promise.all(ids.map(id => executions.submit(ann, 'Count', { ids: [id] })))
      for (const { execution } of asked) await until(executions, execution.id, isOver)

      assert.deepEqual(ran.sort(), ids.sort())
    })

    test('turns are taken by accounts, then by priority, then by age', async t => {
      const { now, pass } = clock()
      const { executions, database } = await jobWorld(t, engine, { now })
      const names = new Map<string, string>()
      const ask = async (name: string, caller = ann) => {
        pass(1)
        const { execution } = await executions.submit(caller, 'Count', { ids: [`twitter:${names.size}`] })
        names.set(execution.id, name)
        return execution.id
      }
      for (const name of ['ann 1', 'ann 2', 'ann 3']) await ask(name)
      const urgent = await ask('ann urgent')
      await ask('bob 1', bob)
      await ask('bob 2', bob)
      await database.db.updateTable('executions').set({ priority: 5 }).where('id', '=', urgent).execute()
      const rows = executionRows(database)
      const order: unknown[] = []
      for (let i = 0; i < 7; i++) {
        const row = await claimNext(database, rows, { worker: 'w', now: now(), until: now() + 1 })
        order.push(row && names.get(row.id))
      }

      assert.deepEqual(order, ['ann urgent', 'bob 1', 'ann 1', 'bob 2', 'ann 2', 'ann 3', undefined])
    })

    test('a mistake fails at once with its own sentence', async t => {
      let tries = 0
      const run = async () => {
        tries++
        throw new InvalidRequest('There is no benchmark of this name')
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)
      const failed = await until(executions, execution.id, isOver)

      assert.deepEqual([failed.state, failed.errors, tries], ['failed', ['There is no benchmark of this name'], 1])
    })

    test('an unknown error is tried again, and after the third time told without its details', async t => {
      const { now, pass } = clock()
      let tries = 0
      const run = async () => {
        tries++
        throw new Error('secret detail')
      }
      const { database, executions, work } = await jobWorld(t, engine, { now, jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)
      const waits: number[] = []
      for (const tried of [1, 2]) {
        await until(executions, execution.id, ({ attempt }) => attempt === tried)
        const waitMs = await untilPutBack(database, execution.id, now())
        waits.push(waitMs)
        pass(waitMs)
      }

      const failed = await until(executions, execution.id, isOver)
      assert.deepEqual([failed.state, failed.attempt, tries, waits], ['failed', 3, 3, [1_000, 4_000]])
      assert.match(failed.errors.join(), /^The job failed 3 times .*log/)
      assert(!failed.errors.join().includes('secret'))
    })

    test('a job that fails once, and finds the store back, finishes', async t => {
      let tries = 0
      const run = async () => {
        if (++tries === 1) throw new Unavailable('The warehouse does not answer')
        return answer
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)

      assert.equal((await until(executions, execution.id, isOver)).state, 'finished')
    })

    test('a failed execution is asked again under its own id, with three new tries', async t => {
      let isBroken = true
      const run = async () => {
        if (isBroken) throw new InvalidRequest('not now')
        return answer
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)
      await until(executions, execution.id, isOver)
      isBroken = false
      const again = await executions.submit(ann, 'Count', people)
      assert.deepEqual([again.execution.id, again.isNew, again.execution.errors], [execution.id, true, []])

      const finished = await until(executions, execution.id, isOver)
      assert.deepEqual([finished.state, finished.attempt], ['finished', 1])
    })

    test('a result that does not fit its published schema is not given out', async t => {
      const run = async () => ({ body: { people: 'two' }, metadata: {} })
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)
      const ended = await until(executions, execution.id, isOver)

      assert.equal(ended.state, 'invalid-result')
      assert.match(ended.errors.join(), /\/people must be integer/)
      await assert.rejects(executions.result(ann, execution.id))
    })

    test('progress is seen while a job runs, and never falls', async t => {
      const gate = Promise.withResolvers<void>()
      const run = async (_: unknown, { progress }: JobContext) => {
        for (const percent of [30, 10, Number.NaN]) {
          progress(percent)
          await sleep(250)
        }
        await gate.promise
        progress(200)
        return answer
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)
      await until(executions, execution.id, ({ progress }) => progress === 30)
      await sleep(600)
      assert.equal((await executions.get(ann, execution.id)).progress, 30)
      gate.resolve()

      assert.equal((await until(executions, execution.id, isOver)).progress, 100)
    })

    test('stopping a running job ends its query within a second', async t => {
      const outcome = Promise.withResolvers<unknown>()
      const run = async (_: unknown, { warehouse }: JobContext) => {
        const endless = 'SELECT toUInt32(count()) AS n FROM system.numbers WHERE NOT ignore(sleepEachRow(0.001))'
        await warehouse.rows(Type.Object({ n: Type.Number() }), endless).catch(outcome.resolve)
        throw new Error('ended')
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const { execution } = await executions.submit(ann, 'Count', people)
      await until(executions, execution.id, isRunning)
      await sleep(300)

      const start = performance.now()
      assert.equal((await executions.stop(ann, execution.id)).state, 'stopped')
      assert(performance.now() - start < 2_000)
      await outcome.promise
      assert(performance.now() - start < 5_000)
      await sleep(100)
      assert.deepEqual((await executions.get(ann, execution.id)).state, 'stopped')
    })

    test('an execution that is stopped and asked again at once can be stopped again', async t => {
      const slow = Promise.withResolvers<void>()
      const reasons: unknown[] = []
      const run = async (_: unknown, { signal }: JobContext) => {
        await whenAborted(signal).catch(() => {})
        reasons.push(signal.reason)
        if (reasons.length === 1) await slow.promise // Ends only when its successor runs.
        throw new Error('aborted')
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work()
      const ask = async () => (await executions.submit(ann, 'Count', people)).execution.id
      const id = await ask()
      await until(executions, id, isRunning)
      await executions.stop(ann, id)
      await ask()
      await until(executions, id, isRunning)
      slow.resolve()
      await sleep(100)
      await executions.stop(ann, id)
      await sleep(500)

      assert.deepEqual(reasons, ['stopped', 'stopped'])
    })

    test('a stop whose message is lost reaches the job with the next lease', async t => {
      const aborted = Promise.withResolvers<unknown>()
      const run = async (_: unknown, { signal }: JobContext) =>
        whenAborted(signal).finally(() => aborted.resolve(signal.reason))
      const { database, executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      await work({ leaseMs: 600 })
      const { execution } = await executions.submit(ann, 'Count', people)
      await until(executions, execution.id, isRunning)
      await executionRows(database).stop([1, execution.id, 'ann'])

      assert.equal(await aborted.promise, 'lost')
      assert.equal((await executions.get(ann, execution.id)).state, 'stopped')
    })

    test('a worker keeps a job that takes longer than a lease', async t => {
      let runs = 0
      const run = async () => {
        runs++
        await sleep(1_500)
        return answer
      }
      const { place, executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      const other = await jobWorld(t, engine, { jobs: [testJob({ run })], place })
      await Promise.all([work({ leaseMs: 500 }), other.work({ leaseMs: 500 })])
      const { execution } = await executions.submit(ann, 'Count', people)
      const finished = await until(executions, execution.id, isOver)

      assert.deepEqual([finished.state, finished.attempt, runs], ['finished', 1, 1])
    })

    test('what a dead worker held is put back, and given up after the third time', async t => {
      const { now, pass } = clock()
      const { database, executions } = await jobWorld(t, engine, { now })
      const rows = executionRows(database)
      const { execution } = await executions.submit(ann, 'Count', people)
      const seen: unknown[] = []
      for (const worker of ['a', 'b', 'c']) {
        const claimed = await claimNext(database, rows, { worker, now: now(), until: now() + 6_000 })
        if (worker === 'a') await rows.start([now(), execution.id, claimed?.attempt ?? 0])
        pass(5_999)
        assert.equal(await putBackLost(database, rows, now()), 0)
        pass(2)
        assert.equal(await putBackLost(database, rows, now()), 1)
        const [row] = await rows.get([execution.id])
        const { state, attempt, startedAt } = await executions.get(ann, execution.id)
        seen.push([row?.state, state, attempt, startedAt])
      }

      assert.deepEqual(seen, [
        ['queued', 'running', 1, 1_000_000],
        ['queued', 'running', 2, 1_000_000],
        ['failed', 'failed', 3, 1_000_000]
      ])
      const { errors } = await executions.get(ann, execution.id)
      assert.match(errors.join(), /lost this job 3 times/)
    })

    test('a worker that was thought dead cannot write over its successor', async t => {
      const { now, pass } = clock()
      const { database, executions } = await jobWorld(t, engine, { now })
      const rows = executionRows(database)
      const { execution } = await executions.submit(ann, 'Count', people)
      const old = await claimNext(database, rows, { worker: 'a', now: now(), until: now() + 1 })
      await rows.start([now(), execution.id, old?.attempt ?? 0])
      pass(10)
      await putBackLost(database, rows, now())
      const next = await claimNext(database, rows, { worker: 'b', now: now(), until: now() + 1_000 })
      await rows.start([now(), execution.id, next?.attempt ?? 0])

      const fence = [execution.id, old?.attempt ?? 0]
      assert.deepEqual(await rows.finish([1, 1, ...fence]), [])
      assert.deepEqual(await rows.end(['failed', '[]', 1, ...fence]), [])
      assert.deepEqual(await rows.putBack([1, 0, ...fence]), [])
      assert.deepEqual(await rows.progress([50, ...fence, 50]), [])
      assert.deepEqual((await rows.renew([1, 'a'])).length, 0)
      assert.equal((await rows.finish([1, 1, execution.id, next?.attempt ?? 0])).length, 1)
    })

    test('a worker that stops lets short jobs end and puts long ones back without counting the try', async t => {
      const run = async ({ ids }: { ids: readonly string[] }, { signal }: JobContext) => {
        if (ids.length === 1) return whenAborted(signal)
        await sleep(200)
        return answer
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      const worker = await work({ graceMs: 600 })
      const long = await executions.submit(ann, 'Count', { ids: ['twitter:1'] })
      const short = await executions.submit(ann, 'Count', people)
      for (const { execution } of [long, short]) await until(executions, execution.id, isRunning)
      const never = await executions.submit(bob, 'Count', people)
      await worker[Symbol.asyncDispose]()

      assert.equal((await executions.get(ann, short.execution.id)).state, 'finished')
      const { state, attempt, startedAt } = await executions.get(ann, long.execution.id)
      assert.deepEqual([state, attempt, startedAt !== null], ['running', 0, true])
      const running = await executions.list(ann, { states: ['running'] }, { max: 9, offset: 0 })
      assert.deepEqual([running.totalItems, running.items[0]?.id], [1, long.execution.id])
      assert.equal((await executions.list(ann, { states: ['queued'] }, { max: 9, offset: 0 })).totalItems, 0)
      assert.equal((await executions.get(bob, never.execution.id)).state, 'queued')
    })

    test('a lone process takes back at once what its last run had left', async t => {
      const { database, executions, work } = await jobWorld(t, engine)
      const { execution } = await executions.submit(ann, 'Count', people)
      const hour = 3_600_000
      await claimNext(database, executionRows(database), { worker: 'dead', now: Date.now(), until: Date.now() + hour })
      await work({ alone: true })

      const finished = await until(executions, execution.id, isOver)
      assert.deepEqual([finished.state, finished.attempt], ['finished', 2])
    })

    test('a job may use the ids of another execution of its account, and of no other', async t => {
      const run = async ({ ids }: { ids: readonly string[] }, { idsOfExecution }: JobContext) => {
        const other = ids.length === 1 ? await idsOfExecution(String(key)) : []
        return { body: { people: other?.length ?? -1 }, metadata: {} }
      }
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      const key = (await executions.submit(ann, 'Count', people)).execution.id
      await work()
      const counts: number[] = []
      for (const caller of [ann, bob]) {
        const { execution } = await executions.submit(caller, 'Count', { ids: ['twitter:7'] })
        await until(executions, execution.id, isOver, caller)
        counts.push(JSON.parse((await executions.result(caller, execution.id))?.json ?? '').people)
      }

      assert.deepEqual(counts, [2, -1])
    })
  })
}

const postgres = engines.find(engine => engine.name === 'PostgreSQL')

test('a job outlives a database that ends all connections', { skip: postgres?.skip }, async t => {
  assert(postgres)
  const run = async () => {
    await sleep(300)
    return answer
  }
  const { place, executions, work } = await jobWorld(t, postgres, { jobs: [testJob({ run })] })
  await work()
  const { execution } = await executions.submit(ann, 'Count', people)
  await until(executions, execution.id, isRunning)
  await endConnections(place.url)
  await sleep(100)
  const finished = await until(executions, execution.id, isOver)
  const after = await executions.submit(ann, 'Count', { ids: ['twitter:8'] })

  assert.deepEqual([finished.state, finished.attempt], ['finished', 1])
  assert.equal((await until(executions, after.execution.id, isOver)).state, 'finished')
})
