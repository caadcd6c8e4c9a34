import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastMidnight } from './task-source.ts'

const time = (text: string) => Date.parse(text) / 1000
const midnightOf = (now: string, clock: string) =>
  new Date(lastMidnight(time(now), time(clock)) * 1000).toISOString().slice(0, 16)

test('strategies look at whole days: not at the one that still runs, but at the last of a corpus that is no longer fed', () => {
  assert.equal(midnightOf('2017-08-09T20:59:30Z', '2017-08-09T21:00:00Z'), '2017-08-09T00:00')
  assert.equal(midnightOf('2017-08-09T20:59:30Z', '2017-08-10T00:00:00Z'), '2017-08-10T00:00')
  assert.equal(midnightOf('2017-08-09T20:59:30Z', '2026-11-24T20:00:00Z'), '2017-08-10T00:00')
  assert.equal(midnightOf('2017-08-09T00:00:00Z', '2026-11-24T20:00:00Z'), '2017-08-09T00:00')
})
