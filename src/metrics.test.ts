import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMetrics } from './metrics.ts'

test('the figures show the queue as it stands when somebody looks', async () => {
  const metrics = createMetrics({ processFigures: false })
  let count = 2
  metrics.watchQueue(async () => ({ counts: [{ job: 'A', state: 'queued', count }], oldestQueuedMs: 1500 }))

  const first = await metrics.text()
  assert.match(first, /demograph_executions\{job="A",state="queued"\} 2/)
  assert.match(first, /demograph_queue_age_seconds 1\.5/)
  count = 3
  const text = await metrics.text()

  assert.match(text, /demograph_executions\{job="A",state="queued"\} 3/)
})

test('while the database is away the figures of the process are still told, and no old ones of the queue', async () => {
  const metrics = createMetrics({ processFigures: true })
  let isAway = false
  metrics.watchQueue(async () => {
    if (isAway) throw new Error('connection refused')
    return { counts: [{ job: 'A', state: 'queued', count: 1 }], oldestQueuedMs: 0 }
  })
  assert.match(await metrics.text(), /demograph_database_up 1\n/)
  isAway = true
  const text = await metrics.text()

  assert.match(text, /demograph_database_up 0\n/)
  assert.match(text, /process_resident_memory_bytes \d/)
  assert.doesNotMatch(text, /^demograph_(?:executions|queue_age_seconds)[ {]/m)
})

test('jobs and imported rows are counted by their kinds', async () => {
  const metrics = createMetrics({ processFigures: false })
  metrics.jobEnded({ job: 'A', state: 'finished', runMs: 2_000 })
  metrics.rowsImported('profiles', 7)

  const text = await metrics.text()

  assert.match(text, /demograph_job_run_seconds_count\{job="A",state="finished"\} 1/)
  assert.match(text, /demograph_import_rows_total\{kind="profiles"\} 7/)
})
