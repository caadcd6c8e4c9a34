import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ann, jobWorld } from '../../test/jobs/job-world.ts'
import { engines } from '../../test/support/databases.ts'
import { queueSnapshot } from './queue-snapshot.ts'

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('the queue is how many executions there are by state, and how long the oldest has waited', async t => {
      let time = 1_000
      const { database, executions } = await jobWorld(t, engine, { now: () => time })
      const snapshot = queueSnapshot(database, () => time)
      assert.deepEqual(await snapshot(), { counts: [], oldestQueuedMs: 0 })

      for (const id of ['twitter:1', 'twitter:2']) await executions.submit(ann, 'Count', { ids: [id] })
      time = 4_500

      const { counts, oldestQueuedMs } = await snapshot()
      assert.deepEqual(
        counts.map(row => ({ ...row })),
        [{ job: 'Count', state: 'queued', count: 2 }]
      )
      assert.equal(oldestQueuedMs, 3_500)
    })
  })
}
