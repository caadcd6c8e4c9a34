import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctShares } from './correct-shares.ts'

const confusion = {
  classes: ['a', 'b'],
  shares: [
    [0.9, 0.1],
    [0.2, 0.8]
  ],
  cases: [1_000_000, 1_000_000]
}
const rounded = (values: readonly number[]) => values.map(value => Math.round(value * 1000) / 1000)

test('what was said is traced back to the shares that make a classifier with such errors say it', () => {
  // 70 of 100 are a: 63 + 6 are said to be a, 7 + 24 to be b.
  assert.deepEqual(rounded(correctShares({ counts: [69, 31] }, confusion).shares), [0.7, 0.3])
})

test('more of a class than its errors can explain is all of that class, never more', () => {
  assert.deepEqual(rounded(correctShares({ counts: [98, 2] }, confusion).shares), [1, 0])
})

test('made-up counts in the shares of the labelled cases keep few counts from saying much, and many from being bent', () => {
  const perfect = {
    classes: ['a', 'b'],
    shares: [
      [1, 0],
      [0, 1]
    ],
    cases: [500, 500]
  }
  assert.deepEqual(rounded(correctShares({ counts: [10, 0], prior: 10 }, perfect).shares), [0.75, 0.25])
  assert.deepEqual(rounded(correctShares({ counts: [10_000, 0], prior: 10 }, perfect).shares), [1, 0])
})

test('a classifier that never errs leaves the shares as they are, and leaves no doubt where everybody was looked at', () => {
  const perfect = {
    classes: ['a', 'b'],
    shares: [
      [1, 0],
      [0, 1]
    ],
    cases: [10, 10]
  }
  const { shares, intervals } = correctShares({ counts: [30, 70] }, perfect)
  assert.deepEqual(
    [rounded(shares), intervals.map(rounded)],
    [
      [0.3, 0.7],
      [
        [0.3, 0.3],
        [0.7, 0.7]
      ]
    ]
  )
})

test('intervals grow with the part that was not looked at, and with a confusion measured on few cases', () => {
  const width = (counts: number[], lookedAt: number, cases: number) => {
    const [[low, high] = [0, 0]] = correctShares(
      { counts, lookedAt },
      { ...confusion, cases: [cases, cases] }
    ).intervals
    return high - low
  }
  const sure = width([690, 310], 1, 1_000_000)
  assert.ok(width([690, 310], 0.1, 1_000_000) > sure)
  assert.ok(width([690, 310], 1, 100) > sure)
  assert.ok(width([69, 31], 1, 1_000_000) > sure)
})

test('an interval holds the true share in about 95 of 100 simulated audiences', () => {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  let held = 0
  for (let audience = 0; audience < 400; audience++) {
    const counts = [0, 0]
    for (let person = 0; person < 500; person++) {
      const isA = random() < 0.6
      const saysA = random() < (isA ? 0.9 : 0.2)
      counts[saysA ? 0 : 1] = (counts[saysA ? 0 : 1] ?? 0) + 1
    }
    const [[low, high] = [0, 0]] = correctShares({ counts, lookedAt: 0 }, confusion).intervals
    if (low <= 0.6 && 0.6 <= high) held += 1
  }
  assert.ok(held >= 370 && held <= 392, `${held} of 400`)
})

test('intervals reach as far as rounding may have moved a share', () => {
  const perfect = {
    classes: ['a', 'b'],
    shares: [
      [1, 0],
      [0, 1]
    ],
    cases: [1e12, 1e12]
  }
  // 1,999 and 500 people, or 1,900 and 599, are told as 1,900 and 500.
  const { shares, intervals } = correctShares({ counts: [1900, 500], mostLost: 100 }, perfect)
  const [low = 1, high = 0] = intervals[0] ?? []
  assert.ok(Math.abs((shares[0] ?? 0) - 1900 / 2400) < 1e-6)
  assert.ok(low <= 1900 / 2499 && low > 0.75, String(low))
  assert.ok(high >= 1999 / 2499 && high < 0.81, String(high))
})
