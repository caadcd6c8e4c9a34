import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logOddsZ } from './log-odds.ts'

test('12 of 200 against 40 of 2,000 lie 3.3094 standard errors apart, 30 of 100 against 1,000 of 100,000 lie 16.74', () => {
  assert.equal(logOddsZ(12, 200, 40, 2000).toFixed(4), '3.3094')
  assert.equal(logOddsZ(30, 100, 1000, 100_000).toFixed(2), '16.74')
})

test('the example of docs/methods.md: nasa 1.8260, pop -0.9577', () => {
  assert.deepEqual([logOddsZ(4, 4, 1, 10).toFixed(4), logOddsZ(2, 4, 9, 10).toFixed(4)], ['1.8260', '-0.9577'])
})

test('the same share on both sides is no difference, and what a group lacks counts below zero', () => {
  assert.ok(Math.abs(logOddsZ(10, 100, 100, 1000)) < 1e-12)
  assert.ok(logOddsZ(0, 100, 500, 1000) < 0)
})

test('nothing is compared where nobody or everybody has it, or a group is empty', () => {
  assert.deepEqual(
    [logOddsZ(0, 5, 0, 5), logOddsZ(5, 5, 5, 5), logOddsZ(1, 0, 1, 5), logOddsZ(1, 5, 0, 0)],
    [0, 0, 0, 0]
  )
})
