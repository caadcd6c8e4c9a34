import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameValues } from './name-values.ts'
import { noPrivacy } from './privacy.ts'
import { toldPeople } from './told-people.ts'

const privacy = { minAuthors: 10, minTotal: 100, roundTo: 10, jitterKey: '' }
const told = toldPeople(privacy, 'followers of nasa')
const everybody = { people: 200, population: 200, isRandom: true }
const counted = (people: Record<string, number>) =>
  Object.entries(people).map(([value, count]) => ({ value, people: count }))

test('values are shares of the people with a known value, both rounded down', () => {
  assert.deepEqual(nameValues('language', counted({ fr: 39, en: 90 }), everybody, told), {
    shares: { en: 0.75, fr: 0.25 },
    coverage: { n: 120, of: 200, redacted: false }
  })
})

test('fewer than the smallest whole leave the field empty, and the number is not told', () => {
  assert.deepEqual(nameValues('language', counted({ en: 99 }), everybody, told), {
    shares: {},
    coverage: { of: 200, redacted: true }
  })
})

test('a rare value goes unnamed, and what is left over tells no more than rounded counts do', () => {
  for (const rare of [1, 5, 9]) {
    assert.deepEqual(nameValues('language', counted({ en: 119, fr: rare }), everybody, told), {
      shares: { en: 0.916667 },
      coverage: { n: 120, of: 200, unnamed: 0.083333, redacted: false }
    })
  }
})

test('values whose told counts are equal stand in the order of their names, whoever is more', () => {
  const shares = (people: Record<string, number>) =>
    Object.keys(nameValues('language', counted(people), everybody, told).shares)
  assert.deepEqual(shares({ fr: 58, en: 51 }), ['en', 'fr'])
  assert.deepEqual(shares({ fr: 51, en: 58 }), ['en', 'fr'])
})

test('with jitter no share is more than the whole, and none is told exactly', () => {
  for (let people = 300; people < 400; people++) {
    const shifted = toldPeople({ ...privacy, jitterKey: 'a secret' }, `question ${people}`)
    const { shares, coverage } = nameValues('language', counted({ en: people }), everybody, shifted)
    assert.ok((shares.en ?? 0) > 0.9 && (shares.en ?? 2) <= 1 && (coverage.n ?? 0) % 10 === 0)
  }
})

test('a sample has intervals', () => {
  const sample = { people: 100, population: 1_000_000, isRandom: true }
  const { coverage } = nameValues('size', counted({ a: 80, b: 20 }), sample, toldPeople(noPrivacy, ''))
  assert.deepEqual(coverage, {
    n: 100,
    of: 100,
    redacted: false,
    interval: { a: [0.711175, 0.86663], b: [0.13337, 0.288825] }
  })
})
