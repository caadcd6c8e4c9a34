import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Conflict, Gone, InvalidRequest, NotFound, TooMany } from '../../src/errors.ts'
import externalInfluencers from '../../src/jobs/catalog/external-influencers.ts'
import { expireResults } from '../../src/jobs/upkeep.ts'
import { finishImport, openImport } from '../../src/store/import-ledger.ts'
import { engines } from '../support/databases.ts'
import { ann, bob, jobWorld, people, until } from './job-world.ts'
import { testJob } from './test-job.ts'

const isOver = ({ finishedAt }: { finishedAt: number | null }) => finishedAt !== null

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a question is stored as it was asked, and its notes come back', async t => {
      const { executions } = await jobWorld(t, engine, { now: () => 1_000 })
      const notes = {
        labels: ['a'],
        externalId: 'x1',
        project: 'p',
        user: 'u',
        version: '2',
        configuration: 'c',
        dispatch: 'd'
      }
      const { execution, isNew } = await executions.submit(ann, 'Count', { ...people, ...notes })

      assert(isNew)
      assert.match(execution.id, /^[0-9a-z]{26}$/)
      assert.deepEqual(execution, {
        ...notes,
        id: execution.id,
        accountId: 'ann',
        job: 'Count',
        ids: people.ids,
        state: 'queued',
        progress: 0,
        attempt: 0,
        errors: [],
        warnings: ['2 of the 2 ids are not in the corpus'],
        submittedAt: 1_000,
        startedAt: null,
        finishedAt: null,
        estimate: { runMs: 120, waitMs: 0 }
      })
      assert.deepEqual(await executions.get(ann, execution.id), execution)
    })

    test('the same question is the same execution, and its labels are added', async t => {
      const { executions } = await jobWorld(t, engine)
      const first = await executions.submit(ann, 'Count', { ...people, labels: ['a'], externalId: 'mine' })
      const again = await executions.submit(ann, 'Count', {
        ids: [...people.ids].reverse(),
        limit: 100,
        labels: ['b', 'a']
      })

      assert.deepEqual([again.execution.id, again.isNew], [first.execution.id, false])
      assert.deepEqual([again.execution.labels, again.execution.externalId], [['a', 'b'], 'mine'])
    })

    test('identical questions that arrive at once become one execution with all labels', async t => {
      const { executions } = await jobWorld(t, engine)
      const labels = Array.from({ length: 10 }, (_, i) => `label ${i}`)
      const asked = await Promise.all(
        labels.map(label => executions.submit(ann, 'Count', { ...people, labels: [label] }))
      )

      assert.equal(asked.filter(({ isNew }) => isNew).length, 1)
      assert.equal(new Set(asked.map(({ execution }) => execution.id)).size, 1)
      const { labels: all } = await executions.get(ann, asked[0]?.execution.id ?? '')
      assert.deepEqual([...all].sort(), labels)
      assert.equal((await executions.list(ann, {}, { max: 9, offset: 0 })).totalItems, 1)
    })

    test('a repeated question is told of its own slips, too', async t => {
      const { executions } = await jobWorld(t, engine)
      const first = await executions.submit(ann, 'Count', people)
      const again = await executions.submit(ann, 'Count', { ...people, limti: 5 })

      assert.equal(again.execution.id, first.execution.id)
      const slip = 'Members that this job does not know are ignored: "limti"'
      assert.deepEqual(again.execution.warnings, [...first.execution.warnings, slip])
      const { warnings } = await executions.get(ann, first.execution.id)
      assert.deepEqual(warnings, again.execution.warnings)
    })

    test('a new import makes the same question a new one, and so does fresh', async t => {
      const { executions, database } = await jobWorld(t, engine)
      const before = await executions.submit(ann, 'Count', people)
      const run = await openImport(database, { key: null, name: 'f', format: 'f', now: 1 })
      await finishImport(database, run, { records: 1, rejects: 0, now: 2 })
      const after = await executions.submit(ann, 'Count', people)
      const fresh = await executions.submit(ann, 'Count', people, { fresh: true })
      const fresher = await executions.submit(ann, 'Count', people, { fresh: true })

      assert.equal(new Set([before, after, fresh, fresher].map(({ execution }) => execution.id)).size, 4)
    })

    test('an account sees only its own executions', async t => {
      const { executions } = await jobWorld(t, engine)
      const { execution } = await executions.submit(ann, 'Count', people)
      const other = await executions.submit(bob, 'Count', people)

      assert.notEqual(other.execution.id, execution.id)
      for (const call of [
        () => executions.get(bob, execution.id),
        () => executions.stop(bob, execution.id),
        () => executions.result(bob, execution.id),
        () => executions.removeResult(bob, execution.id),
        () => executions.get(ann, 'nothing'),
        () => executions.stop(ann, '\0'),
        () => executions.result(ann, '\0'),
        () => executions.removeResult(ann, '\0')
      ])
        await assert.rejects(call, NotFound)
      assert.equal((await executions.get(ann, execution.id)).state, 'queued')
    })

    test('a wrong question is refused with what the estimate says of it', async t => {
      const { executions } = await jobWorld(t, engine)
      const estimate = await executions.estimate(ann, 'Count', {})

      assert.deepEqual(estimate, {
        valid: false,
        errors: ['A list of ids must be present'],
        warnings: [],
        runMs: 0,
        waitMs: 0
      })
      await assert.rejects(executions.submit(ann, 'Count', {}), new InvalidRequest('A list of ids must be present'))
      await assert.rejects(executions.estimate(ann, 'Nonsense', people), new NotFound('Invalid job type'))
      await assert.rejects(executions.submit(ann, 'Nonsense', people), new NotFound('Invalid job type'))
    })

    test('an account has at most so many unfinished executions, however many ask at once', async t => {
      const { executions } = await jobWorld(t, engine, { maxUnfinished: 3 })
      const ask = (i: number) => executions.submit(ann, 'Count', { ids: [`twitter:${i}`] })
      const asked = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => ask(i)))

      assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 3)
      await assert.rejects(ask(99), (error: unknown) => error instanceof TooMany && error.retryAfterS === 1)
      const [first] = (await executions.list(ann, {}, { max: 1, offset: 0 })).items
      assert(first)
      await executions.submit(ann, 'Count', { ids: first.ids })
      await executions.submit(bob, 'Count', people)

      await executions.stop(ann, first.id)
      await ask(100)
      await assert.rejects(executions.submit(ann, 'Count', { ids: first.ids }), TooMany)
    })

    test('a stopped execution starts again when its question is asked again', async t => {
      let time = 1_000
      const { executions, work } = await jobWorld(t, engine, { now: () => time })
      const { execution } = await executions.submit(ann, 'Count', people)
      const stopped = await executions.stop(ann, execution.id)
      assert.deepEqual([stopped.state, stopped.finishedAt], ['stopped', 1_000])
      assert.deepEqual(await executions.stop(ann, execution.id), stopped)
      await assert.rejects(executions.result(ann, execution.id), NotFound)

      time = 2_000
      const again = await executions.submit(ann, 'Count', people)
      assert.deepEqual([again.execution.id, again.isNew, again.execution.state], [execution.id, true, 'queued'])
      assert.deepEqual([again.execution.submittedAt, again.execution.finishedAt], [2_000, null])
      await work()
      const finished = await until(executions, execution.id, isOver)
      assert.equal(finished.state, 'finished')
      assert.deepEqual(await executions.stop(ann, execution.id), finished)
    })

    test('lists are newest first, filtered, and say how many there are', async t => {
      let time = 0
      const { executions } = await jobWorld(t, engine, {
        now: () => ++time,
        jobs: [testJob(), testJob({ name: 'Other' })]
      })
      const ask = async (job: string, id: number, notes: object) =>
        (await executions.submit(ann, job, { ids: [`twitter:${id}`], ...notes })).execution.id
      const first = await ask('Count', 1, { labels: ['it\'s "x"', 'both'], user: 'u' })
      const second = await ask('Other', 2, { labels: ['both'], project: 'p' })
      const third = await ask('Count', 3, {})
      await executions.stop(ann, third)
      const list = async (filter: object, page = { max: 20, offset: 0 }) => {
        const { totalItems, items } = await executions.list(ann, filter, page)
        return [totalItems, ...items.map(({ id }) => id)]
      }

      assert.deepEqual(await list({}), [3, third, second, first])
      assert.deepEqual(await list({}, { max: 1, offset: 1 }), [3, second])
      assert.deepEqual(await list({ label: 'both' }), [2, second, first])
      assert.deepEqual(await list({ label: 'it\'s "x"' }), [1, first])
      assert.deepEqual(await list({ job: 'Count', states: ['queued'] }), [1, first])
      assert.deepEqual(await list({ user: 'u' }), [1, first])
      assert.deepEqual(await list({ project: 'p' }), [1, second])
      assert.deepEqual(await list({ states: ['stopped', 'failed'] }), [1, third])
      assert.deepEqual(await list({ states: [] }), [0])
      assert.deepEqual(await list({ label: '\0' }), [0])
      assert.equal((await executions.list(bob, {}, { max: 20, offset: 0 })).totalItems, 0)
    })

    test('a result is there when it is finished, and gone once it is removed', async t => {
      const { executions, work } = await jobWorld(t, engine)
      const { execution } = await executions.submit(ann, 'Count', people)
      assert.equal(await executions.result(ann, execution.id), undefined)
      await assert.rejects(executions.removeResult(ann, execution.id), Conflict)

      await work()
      await until(executions, execution.id, isOver)
      const result = await executions.result(ann, execution.id)
      assert.match(result?.etag ?? '', /^"[\w-]{27}"$/)
      assert.equal(JSON.parse(result?.json ?? '').people, 2)
      assert.equal((await executions.submit(ann, 'Count', people)).isNew, false)

      await executions.removeResult(ann, execution.id)
      await executions.removeResult(ann, execution.id)
      await assert.rejects(executions.result(ann, execution.id), Gone)
      assert.equal((await executions.get(ann, execution.id)).state, 'finished')
    })

    test('a long result comes back as it was', async t => {
      const names = Array.from({ length: 5_000 }, (_, i) => `Ünïcode ${i}`)
      const run = async () => ({ body: { people: 1, names }, metadata: {} })
      const { executions, work } = await jobWorld(t, engine, { jobs: [testJob({ run })] })
      const { execution } = await executions.submit(ann, 'Count', people)
      await work()
      await until(executions, execution.id, isOver)

      assert.deepEqual(JSON.parse((await executions.result(ann, execution.id))?.json ?? '').names, names)
    })

    test('a benchmark that cannot be is refused when it is asked, and not when it runs', async t => {
      const { executions } = await jobWorld(t, engine, { jobs: [externalInfluencers] })
      const ask = (benchmark: object, caller = ann) =>
        executions.estimate(caller, 'ExternalInfluencers', { ...people, benchmark })
      const { id } = (await executions.submit(ann, 'ExternalInfluencers', people)).execution

      for (const benchmark of [
        { group: 'service', key: 'myspace' },
        { group: 'execution' },
        { group: 'execution', key: 'nobody' }
      ]) {
        const { valid, errors } = await ask(benchmark)
        assert.deepEqual([valid, errors.length], [false, 1], JSON.stringify(benchmark))
        await assert.rejects(
          executions.submit(ann, 'ExternalInfluencers', { ...people, benchmark }),
          (error: unknown) => error instanceof InvalidRequest && error.message === errors[0]
        )
      }
      const mine = { group: 'execution', key: id }
      assert.deepEqual([(await ask(mine)).valid, (await ask(mine, bob)).valid], [true, false])
    })

    test('results older than the retention are gone', async t => {
      const day = 86_400_000
      const { executions, database, work } = await jobWorld(t, engine)
      const { execution } = await executions.submit(ann, 'Count', people)
      await work()
      await until(executions, execution.id, isOver)

      assert.equal(await expireResults(database, 30, Date.now() + 29 * day), 0)
      assert.equal(await expireResults(database, 0, Date.now() + 99 * day), 0)
      assert.equal(await expireResults(database, 30, Date.now() + 31 * day), 1)
      await assert.rejects(executions.result(ann, execution.id), Gone)
    })

    test('who waits for a change is woken by it, by the time, or by its own signal', async t => {
      const { executions } = await jobWorld(t, engine)
      const { execution } = await executions.submit(ann, 'Count', people)
      await executions.changed(execution.id, 1)

      const start = performance.now()
      const changed = executions.changed(execution.id, 5_000)
      await executions.stop(ann, execution.id)
      await changed
      const gone = new AbortController()
      const waiting = executions.changed(execution.id, 5_000, gone.signal)
      gone.abort()
      await waiting
      assert(performance.now() - start < 4_000)
    })
  })
}
