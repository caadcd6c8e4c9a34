import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRateLimits } from './rate-limits.ts'

const settings = { general: 100, task_create: 60, analyze: 50 }
const start = Date.UTC(2026, 0, 1)

test('the first call of an hour shows the whole limit and is free, the next ones are charged', () => {
  const { charge } = createRateLimits(settings, () => start)
  const resetAtMs = start + 3_600_000

  assert.deepEqual(
    [5, 25, 5].map(cost => charge('ann', 'general', cost)),
    [
      { limit: 100, remaining: 100, cost: 5, resetAtMs, isRefused: false },
      { limit: 100, remaining: 75, cost: 25, resetAtMs, isRefused: false },
      { limit: 100, remaining: 70, cost: 5, resetAtMs, isRefused: false }
    ]
  )
})

test('a call that costs more than is left is refused and takes nothing; cheaper ones still pass', () => {
  const { charge } = createRateLimits(settings, () => start)
  const said = [25, 25, 25, 25, 25, 5].map(cost => charge('ann', 'analyze', cost))

  assert.deepEqual(
    said.map(({ remaining, isRefused }) => [remaining, isRefused]),
    [
      [50, false],
      [25, false],
      [0, false],
      [0, true],
      [0, true],
      [0, true]
    ]
  )
})

test('each identity and each kind of call has a count of its own', () => {
  const { charge } = createRateLimits(settings, () => start)
  charge('ann', 'general', 5)
  charge('ann', 'general', 5)

  assert.equal(charge('ann', 'task_create', 25).remaining, 60)
  assert.equal(charge('bob', 'general', 5).remaining, 100)
  assert.equal(charge('ann', 'general', 5).remaining, 90)
})

test('an hour after its first call a count starts anew', () => {
  let now = start
  const { charge } = createRateLimits(settings, () => now)
  for (let call = 0; call < 3; call++) charge('ann', 'general', 25)
  now += 3_599_999
  assert.equal(charge('ann', 'general', 25).remaining, 25)
  now += 1

  assert.deepEqual(charge('ann', 'general', 25), {
    limit: 100,
    remaining: 100,
    cost: 25,
    resetAtMs: now + 3_600_000,
    isRefused: false
  })
})

test('a limit below what a call costs refuses it from the first', () => {
  const { charge } = createRateLimits({ ...settings, general: 4 }, () => start)
  assert.deepEqual(charge('ann', 'general', 5), {
    limit: 4,
    remaining: 4,
    cost: 5,
    resetAtMs: start + 3_600_000,
    isRefused: true
  })
})

test('very many holders are remembered, the ones of the oldest hours forgotten first', () => {
  const { charge } = createRateLimits(settings, () => start)
  for (const holder of ['first', 'first', 'second', 'second']) charge(holder, 'general', 5)
  for (let holder = 0; holder < 99_999; holder++) charge(String(holder), 'general', 5)

  assert.equal(charge('second', 'general', 5).remaining, 90)
  assert.equal(charge('first', 'general', 5).remaining, 100)
})
