import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageRank } from './page-rank.ts'

const rounded = (ranks: Float64Array) => [...ranks].map(rank => Number(rank.toFixed(6)))

test('of two accounts of which one follows the other, the followed one has rank 0.649123', () => {
  // x = 0.075 + 0.85·y/2 and y = 0.075 + 0.85·x + 0.85·y/2, x + y = 1: x = 20/57, y = 37/57.
  assert.deepEqual(rounded(pageRank(2, [{ from: 0, to: 1, weight: 1 }])), [0.350877, 0.649123])
})

test('a heavier edge passes more rank on', () => {
  // 0 gives 3/4 to 1 and 1/4 to 2, both give all back: x = 0.05 + 0.85·(1 − x), then 0.05 + 0.85·x·(3/4 or 1/4).
  const edges = [
    { from: 0, to: 1, weight: 3 },
    { from: 0, to: 2, weight: 1 },
    { from: 1, to: 0, weight: 1 },
    { from: 2, to: 0, weight: 1 }
  ]
  assert.deepEqual(rounded(pageRank(3, edges)), [0.486486, 0.360135, 0.153378])
})

test('ranks sum to 1 on any graph', () => {
  const edge = fc.record({ from: fc.nat(19), to: fc.nat(19), weight: fc.double({ min: 0.1, max: 9, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 80 }), edges => {
      const sum = pageRank(20, edges).reduce((total, rank) => total + rank, 0)
      assert.ok(Math.abs(sum - 1) < 1e-9)
    })
  )
})
