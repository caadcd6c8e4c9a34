import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { world } from '../../test/support/world.ts'
import { boundValues } from './bound-values.ts'
import { noPrivacy, type Privacy, publishCounts, publishPeople, publishSql } from './privacy.ts'

const privacy: Privacy = { minAuthors: 100, minTotal: 1000, roundTo: 100, jitterKey: '' }
const jittered: Privacy = { ...privacy, jitterKey: 'a secret' }
const subject = { question: 'hashtags', point: 'moon' }

test('counts are rounded down, and not told of fewer people than the limit', () => {
  const told = (interactions: number, authors: number) =>
    publishCounts({ interactions, unique_authors: authors }, privacy.minAuthors, privacy, subject)
  assert.deepEqual(told(1299, 199), { interactions: 1200, unique_authors: 100 })
  assert.deepEqual(told(100, 100), { interactions: 100, unique_authors: 100 })
  assert.equal(told(5000, 99), undefined)
  assert.equal(told(0, 0), undefined)
})

test('with every limit at 1 counts are what they are', () => {
  const counts = { interactions: 7, unique_authors: 3 }
  assert.deepEqual(publishCounts(counts, 1, { ...noPrivacy, jitterKey: 'a secret' }, subject), counts)
  assert.equal(publishPeople(3, 1, noPrivacy, subject), 3)
})

test('with jitter what is told is never more than there is, and the same each time', () => {
  for (let people = 0; people < 1000; people += 7) {
    const told = publishPeople(people, 100, jittered, subject) ?? 0
    assert.ok(told <= people && told > people - 299, `${told} of ${people}`)
    assert.equal(publishPeople(people, 100, jittered, subject) ?? 0, told)
  }
})

test('with jitter interactions give way as their authors do', () => {
  const once = publishCounts({ interactions: 5000, unique_authors: 5000 }, 100, jittered, subject)
  assert.equal(once?.interactions, once?.unique_authors)
  const often = publishCounts({ interactions: 50_000, unique_authors: 5000 }, 100, jittered, subject)
  assert.ok(often && often.interactions >= 10 * often.unique_authors && often.interactions <= 50_000)
})

test('another question, another point and another secret shift the boundary by another number', () => {
  const people = 1_000_050
  const points = Array.from({ length: 300 }, (_, number) => String(number))
  const shifts = [
    new Set(points.map(point => publishPeople(people, 1, jittered, { question: 'a', point }))),
    new Set(points.map(question => publishPeople(people, 1, jittered, { question, point: 'a' }))),
    new Set(points.map(jitterKey => publishPeople(people, 1, { ...privacy, jitterKey }, subject)))
  ]
  for (const told of shifts) assert.deepEqual(told, new Set([999_800, 999_900, 1_000_000]))
})

const Row = Type.Object({
  authors: Type.Integer(),
  isShown: Type.Integer(),
  interactions: Type.Integer(),
  unique_authors: Type.Integer()
})

async function inEngine(t: Parameters<typeof world>[0], how: Privacy) {
  const warehouse = await world(t)
  const values = boundValues()
  const exact = { interactions: '3 * number', authors: 'number', point: 'toString(number)' }
  const sql = publishSql(exact, how.minAuthors, how, 'hashtags', values)
  return warehouse.rows(
    Row,
    `SELECT number AS authors, ${sql.isShown} AS isShown, ${sql.interactions} AS interactions,
       ${sql.unique_authors} AS unique_authors
     FROM numbers(1000) ORDER BY number`,
    values.params
  )
}

test('the engine applies the same rules', async t => {
  for (const how of [privacy, noPrivacy, { ...privacy, minAuthors: 20, roundTo: 50 }]) {
    for (const { authors, isShown, ...counts } of await inEngine(t, how)) {
      const exact = { interactions: 3 * authors, unique_authors: authors }
      const expected = publishCounts(exact, how.minAuthors, how, subject)
      assert.deepEqual(
        [Boolean(isShown), counts],
        [Boolean(expected), expected ?? { interactions: 0, unique_authors: 0 }]
      )
    }
  }
})

test('the engine shifts boundaries as far and as evenly', async t => {
  const rows = await inEngine(t, jittered)
  const held = rows.filter(row => row.isShown === 0)
  assert.ok(held.every(({ authors }) => authors < 298))
  assert.ok(rows.every(({ authors, isShown }) => authors >= 100 || isShown === 0))
  const lost = rows.filter(row => row.isShown === 1).map(row => row.authors - row.unique_authors)
  const mean = lost.reduce((sum, one) => sum + one, 0) / lost.length
  // 99 by the shift, 49.5 by the rounding.
  assert.ok(Math.abs(mean - 148.5) < 12, String(mean))
  assert.ok(rows.every(row => row.interactions >= 3 * row.unique_authors && row.interactions <= 3 * row.authors))
})
