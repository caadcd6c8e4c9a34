import assert from 'node:assert/strict'
import { test } from 'node:test'
import { executionTable } from './status.ts'

const execution = {
  ...{ execution: '4k2f7qh3m1n8p5r6s9t0v2w4x6', job: 'AnalyzePublicProfiles', labels: [], externalId: null },
  ...{ project: null, user: null, version: null, configuration: null, dispatch: null, errors: [], warnings: [] },
  ...{ submitted_at: '2026-11-22T11:26:08.123Z', started_at: '2026-11-22T11:26:08.130Z', waitMs: 7 }
}

test('the list of executions fits 80 columns; of today it says the time, of other days the date', () => {
  const finished = { ...execution, status: 'FINISHED', progress: 100, finished_at: execution.submitted_at, runMs: 96 }
  const running = { ...execution, status: 'RUNNING', progress: 42.5, finished_at: null, runMs: 900 }
  const lines = (now: number) =>
    executionTable({ items: [running, finished] as Parameters<typeof executionTable>[0]['items'] }, now, text => text)
  assert.deepEqual(lines(Date.UTC(2026, 10, 22, 23)), [
    'execution                   job                    status        time UTC   took  labels',
    '4k2f7qh3m1n8p5r6s9t0v2w4x6  AnalyzePublicProfiles  RUNNING 42 %  11:26:08',
    '4k2f7qh3m1n8p5r6s9t0v2w4x6  AnalyzePublicProfiles  FINISHED      11:26:08  96 ms'
  ])
  assert.match(lines(Date.UTC(2026, 10, 23)).at(-1) ?? '', /FINISHED {6}2026-11-22 {2}96 ms$/)
})
