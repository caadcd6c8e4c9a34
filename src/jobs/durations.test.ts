import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ann, jobWorld, until } from '../../test/jobs/job-world.ts'
import { testJob } from '../../test/jobs/test-job.ts'
import { engines } from '../../test/support/databases.ts'
import { forecastRunMs } from './durations.ts'

const first = { baseMs: 100, perIdMs: 10 }

test("before anything has run, the forecast is the job's own guess", () => {
  assert.equal(forecastRunMs([], 50, first), 600)
})

test('runs of about the size decide, and one that took long does not', () => {
  const runs = [40, 45, 55, 60, 1000].map((runMs, i) => ({ size: 40 + i, runMs }))
  assert.equal(forecastRunMs(runs, 50, first), 55)
})

test('runs of other sizes correct the guess', () => {
  const runs = [
    { size: 10, runMs: 400 },
    { size: 10, runMs: 400 },
    { size: 10, runMs: 400 }
  ]
  assert.equal(forecastRunMs(runs, 990, first), 20_000)
})

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('the wait is what is queued and what still runs, two at a time', async t => {
      let time = 0
      const { executions } = await jobWorld(t, engine, { now: () => time })
      const ask = (i: number) => executions.submit(ann, 'Count', { ids: [`twitter:${i}`] })
      await ask(1)
      assert.equal((await executions.estimate(ann, 'Count', { ids: ['twitter:9'] })).waitMs, 0)
      for (const i of [2, 3, 4]) await ask(i)
      time = 2_000

      assert.deepEqual(await executions.estimate(ann, 'Count', { ids: ['twitter:9'] }), {
        valid: true,
        errors: [],
        warnings: ['1 of the 1 ids is not in the corpus'],
        runMs: 110,
        waitMs: 220
      })
    })

    test('the forecast learns from what runs took', async t => {
      let time = 0
      const run = async () => {
        time += 700
        return { body: { people: 1 }, metadata: {} }
      }
      const { executions, work } = await jobWorld(t, engine, { now: () => time, jobs: [testJob({ run })] })
      await work({ concurrency: 1 })
      for (const i of [1, 2, 3]) {
        const { execution } = await executions.submit(ann, 'Count', { ids: [`twitter:${i}`] })
        await until(executions, execution.id, ({ state }) => state === 'finished')
      }
      time += 10_000

      assert.equal((await executions.estimate(ann, 'Count', { ids: ['twitter:9'] })).runMs, 700)
    })
  })
}
