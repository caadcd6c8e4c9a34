import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { influenceOf } from './influence.ts'

const observedAt = Date.parse('2022-01-01')
const unsaid = {
  followers: null,
  friends: null,
  listed: null,
  verified: null,
  published: null,
  statuses: null,
  observedAt
}

test('influence spreads from the silent beginner to the newspaper of the world', () => {
  const beginner = {
    ...unsaid,
    followers: 4,
    friends: 60,
    listed: 0,
    verified: false,
    published: observedAt,
    statuses: 2
  }
  const published = Date.parse('2009-01-01')
  const academic = { ...beginner, followers: 1900, friends: 2600, listed: 80, published, statuses: 9000 }
  const senator = { ...academic, followers: 250_000, friends: 900, listed: 4000, verified: true }
  const newspaper = { ...senator, followers: 50_000_000, listed: 210_000, statuses: 400_000 }

  const scores = [beginner, academic, senator, newspaper].map(profile => influenceOf(profile).score)
  assert.deepEqual(scores, [5.5, 41.4, 76.8, 97.9])
})

test('a profile that says nothing of itself has no influence and no confidence', () => {
  assert.deepEqual(influenceOf(unsaid), { score: 0, confidence: 0, from: '' })
})

test('what a network does not tell neither helps nor harms once followers are known', () => {
  const followersOnly = influenceOf({ ...unsaid, followers: 9999 })
  assert.deepEqual(followersOnly, { score: 50, confidence: 0.55, from: 'followers' })
})

test('without followers the other counts speak for their own weight only', () => {
  assert.deepEqual(influenceOf({ ...unsaid, verified: true }), { score: 10, confidence: 0.1, from: 'verified' })
})

test('influence never falls when followers rise, and stays between 0 and 100', () => {
  const count = fc.option(fc.nat({ max: 2 ** 31 - 1 }))
  const profile = fc.record({
    followers: fc.nat({ max: 1e9 }),
    friends: count,
    listed: count,
    verified: fc.option(fc.boolean()),
    published: fc.option(fc.integer({ min: 0, max: observedAt })),
    statuses: count,
    observedAt: fc.constant(observedAt)
  })
  fc.assert(
    fc.property(profile, fc.nat({ max: 1e6 }), (one, more) => {
      const before = influenceOf(one).score
      const after = influenceOf({ ...one, followers: one.followers + more }).score
      return before >= 0 && before <= after && after <= 100
    })
  )
})
