import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTime } from './read-time.ts'

const iso = (value: unknown, timeZone = 'UTC') => {
  const time = readTime(value, timeZone)
  return time === undefined ? undefined : new Date(time).toISOString()
}

test('times of all networks and programs are read', () => {
  const expected = '2007-04-11T02:02:53.000Z'
  const written = [
    '2007-04-11T02:02:53Z',
    '2007-04-11 02:02:53',
    '2007-04-11T04:02:53+02:00',
    '2007-04-11 02:02:53 UTC'
  ]
  for (const value of [...written, 'Wed Apr 11 02:02:53 +0000 2007', 1176256973, '1176256973', 1176256973000]) {
    assert.equal(iso(value), expected, String(value))
  }
  assert.equal(iso('2021-06-02T21:14:28.123Z'), '2021-06-02T21:14:28.123Z')
  assert.equal(iso('2021-06-02'), '2021-06-02T00:00:00.000Z')
  assert.equal(iso('2021-06-02 21:14'), '2021-06-02T21:14:00.000Z')
})

test('what is no time, or no such day, is not read', () => {
  for (const value of ['', '13/03/2017', '2021-02-30', '2021-01-01T25:00:00Z', 'yesterday', null, {}, Number.NaN, -5]) {
    assert.equal(iso(value), undefined, String(value))
  }
})

test('a time without a zone is in the zone that is said', () => {
  assert.equal(iso('2017-08-27 00:05:34', 'America/New_York'), '2017-08-27T04:05:34.000Z')
  assert.equal(iso('2017-12-27 00:05:34', 'America/New_York'), '2017-12-27T05:05:34.000Z')
  assert.equal(iso('2017-08-27T00:05:34Z', 'America/New_York'), '2017-08-27T00:05:34.000Z')
})

test('an hour that comes twice is the first one, an hour that is left out goes on from before', () => {
  assert.equal(iso('2023-10-29 02:30:00', 'Europe/Berlin'), '2023-10-29T00:30:00.000Z')
  assert.equal(iso('2023-10-29 03:30:00', 'Europe/Berlin'), '2023-10-29T02:30:00.000Z')
  assert.equal(iso('2023-03-26 02:30:00', 'Europe/Berlin'), '2023-03-26T01:30:00.000Z')
  assert.equal(iso('2023-11-05 01:30:00', 'America/New_York'), '2023-11-05T05:30:00.000Z')
})
