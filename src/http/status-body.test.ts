import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Execution } from '../jobs/execution.ts'
import { statusBody } from './status-body.ts'

const queued: Execution = {
  id: 'abcdefghijklmnopqrstuvwxyz',
  accountId: 'ann',
  job: 'AudienceInfluencers',
  ids: [],
  state: 'queued',
  progress: 0,
  attempt: 0,
  errors: [],
  warnings: [],
  submittedAt: Date.UTC(2026, 0, 1),
  startedAt: null,
  finishedAt: null,
  estimate: { runMs: 300, waitMs: 40 },
  labels: ['spring'],
  externalId: null,
  project: null,
  user: null,
  version: null,
  configuration: null,
  dispatch: null
}

test('while it is queued, an execution shows the forecast and no result', () => {
  const body = statusBody(queued)

  assert.deepEqual([body.status, body.runMs, body.waitMs, body.result], ['SUBMITTED', 300, 40, undefined])
  assert.equal(body.submitted_at, '2026-01-01T00:00:00.000Z')
  assert.equal(body.started_at, null)
})

test('once it is finished, an execution shows what it took and where its result is', () => {
  const { submittedAt } = queued
  const body = statusBody({
    ...queued,
    state: 'finished',
    progress: 100,
    startedAt: submittedAt + 25,
    finishedAt: submittedAt + 125
  })

  assert.deepEqual([body.status, body.waitMs, body.runMs], ['FINISHED', 25, 100])
  assert.equal(body.result, '/resources/abcdefghijklmnopqrstuvwxyz/result.json')
})

test('one that was stopped before it started has waited and never run', () => {
  const body = statusBody({ ...queued, state: 'stopped', finishedAt: queued.submittedAt + 60 })

  assert.deepEqual([body.status, body.waitMs, body.runMs], ['KILLED', 60, 0])
})
