import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import Type from 'typebox'
import { emptyWorld } from '../../test/support/world.ts'
import { logOddsSql } from './log-odds.ts'
import { logOddsZ } from './log-odds-z.ts'

type Counts = readonly [a: number, nA: number, b: number, nB: number]

/** What the engine says of each. */
async function logOdds(t: TestContext, all: readonly Counts[]): Promise<number[]> {
  const warehouse = await emptyWorld(t)
  const rows = await warehouse.rows(
    Type.Object({ z: Type.Number() }),
    `WITH ${logOddsSql}
     SELECT log_odds(counts[1], counts[2], counts[3], counts[4]) AS z
     FROM (SELECT arrayJoin({all:Array(Array(Float64))}) AS counts)`,
    { all }
  )
  return rows.map(row => row.z)
}

test('12 of 200 against 40 of 2,000 lie 3.3094 standard errors apart, 30 of 100 against 1,000 of 100,000 lie 16.74', async t => {
  const [first = 0, second = 0] = await logOdds(t, [
    [12, 200, 40, 2000],
    [30, 100, 1000, 100_000]
  ])
  assert.deepEqual([first.toFixed(4), second.toFixed(2)], ['3.3094', '16.74'])
})

test('the example of docs/methods.md: nasa 1.8260, pop -0.9577', async t => {
  const found = await logOdds(t, [
    [4, 4, 1, 10],
    [2, 4, 9, 10]
  ])
  assert.deepEqual(
    found.map(z => z.toFixed(4)),
    ['1.8260', '-0.9577']
  )
})

test('the same share on both sides is no difference, and what a group lacks counts below zero', async t => {
  const [same = 1, lacking = 0] = await logOdds(t, [
    [10, 100, 100, 1000],
    [0, 100, 500, 1000]
  ])
  assert.ok(Math.abs(same) < 1e-12)
  assert.ok(lacking < 0)
})

test('nothing is compared where nobody or everybody has it, or a group is empty', async t => {
  const nothing: Counts[] = [
    [0, 5, 0, 5],
    [5, 5, 5, 5],
    [1, 0, 1, 5],
    [1, 5, 0, 0]
  ]
  assert.deepEqual(await logOdds(t, nothing), [0, 0, 0, 0])
})

test('the engine says what plain code says, whatever is counted', async t => {
  const group = fc.nat({ max: 100_000 }).chain(n => fc.tuple(fc.nat({ max: n }), fc.constant(n)))
  const samples = fc.sample(fc.tuple(group, group), { numRuns: 500, seed: 2008 })
  const all = samples.map(([a, b]): Counts => [...a, ...b])
  const found = await logOdds(t, all)
  for (const [index, counts] of all.entries()) {
    assert.ok(Math.abs((found[index] ?? Number.NaN) - logOddsZ(...counts)) < 1e-9, counts.join(' '))
  }
})
