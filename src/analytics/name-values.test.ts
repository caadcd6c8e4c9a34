import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameValues } from './name-values.ts'

const privacy = { minAudience: 100, minCell: 10 }
const everybody = { people: 200, population: 200, isRandom: true }

test('values are shares of the people with a known value', () => {
  const counts = [
    { value: 'fr', people: 30 },
    { value: 'en', people: 90 }
  ]
  assert.deepEqual(nameValues(counts, everybody, privacy), {
    shares: { en: 0.75, fr: 0.25 },
    coverage: { n: 120, of: 200, redacted: false }
  })
})

test('fewer than the smallest audience leave the field empty, and the number is not told', () => {
  assert.deepEqual(nameValues([{ value: 'en', people: 99 }], everybody, privacy), {
    shares: {},
    coverage: { of: 200, redacted: true }
  })
})

test('a rare value goes unnamed', () => {
  const counts = [
    { value: 'en', people: 100 },
    { value: 'fr', people: 9 },
    { value: 'de', people: 9 }
  ]
  assert.deepEqual(nameValues(counts, everybody, privacy), {
    shares: { en: 0.847458 },
    coverage: { n: 118, of: 200, unnamed: 0.152542, redacted: false }
  })
})

test('a single rare value takes the next one with it, so that it cannot be had by subtraction', () => {
  const counts = [
    { value: 'en', people: 100 },
    { value: 'fr', people: 40 },
    { value: 'de', people: 3 }
  ]
  assert.deepEqual(nameValues(counts, everybody, privacy).shares, { en: 0.699301 })
})

test('a sample has intervals', () => {
  const { coverage } = nameValues(
    [
      { value: 'a', people: 80 },
      { value: 'b', people: 20 }
    ],
    { people: 100, population: 1_000_000, isRandom: true },
    privacy
  )
  assert.deepEqual(coverage, {
    n: 100,
    of: 100,
    redacted: false,
    interval: { a: [0.711175, 0.86663], b: [0.13337, 0.288825] }
  })
})
