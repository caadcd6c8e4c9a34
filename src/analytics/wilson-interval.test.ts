import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wilsonInterval } from './wilson-interval.ts'

const rounded = (interval: readonly number[]) => interval.map(end => Number(end.toFixed(4)))

test('8 of 10 people leave a share between 49 % and 94 %', () => {
  assert.deepEqual(rounded(wilsonInterval(8, 10)), [0.4902, 0.9433])
})

test('a sample narrows as it nears the whole population, and is certain once it is the population', () => {
  assert.deepEqual(rounded(wilsonInterval(8, 10, 37)), [0.5317, 0.9241])
  assert.deepEqual(rounded(wilsonInterval(8, 10, 10)), [0.8, 0.8])
  assert.deepEqual(rounded(wilsonInterval(1, 1, 1)), [1, 1])
})

test('no interval leaves 0 to 1', () => {
  assert.deepEqual([wilsonInterval(0, 3)[0], wilsonInterval(3, 3)[1]], [0, 1])
})
