import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDurationMs, toSizeBytes } from './units.ts'

const durations: [unknown, number | undefined][] = [
  [250, 250],
  ['250', 250],
  ['10s', 10_000],
  [' 10 seconds ', 10_000],
  ['1.5 minutes', 90_000],
  ['.5h', 1_800_000],
  ['2 d', 172_800_000],
  ['1e3ms', 1_000],
  ['500us', 0.5],
  ['1000000 nanos', 1],
  ['-1s', -1_000],
  ['10 S', undefined],
  ['10 weeks', undefined],
  ['ten', undefined],
  ['', undefined],
  ['10 s s', undefined],
  [null, undefined],
  [[10], undefined],
  [Number.NaN, undefined],
  ['9'.repeat(400), undefined]
]

for (const [value, ms] of durations) {
  test(`the duration ${JSON.stringify(value)?.slice(0, 30)} is ${ms} milliseconds`, () => {
    assert.equal(toDurationMs(value), ms)
  })
}

const sizes: [unknown, number | undefined][] = [
  [512, 512],
  ['512', 512],
  ['1 byte', 1],
  ['10kB', 10_000],
  ['10 kilobytes', 10_000],
  ['10K', 10_240],
  ['10k', 10_240],
  ['10KiB', 10_240],
  ['1 kibibyte', 1_024],
  ['0.5K', 512],
  ['4MiB', 4_194_304],
  ['4 MB', 4_000_000],
  ['1 g', 1024 ** 3],
  ['1Yi', 1024 ** 8],
  ['1 yottabyte', 1000 ** 8],
  ['1.9 B', 1],
  ['10KB', undefined],
  ['-1K', undefined],
  [-1, undefined],
  [true, undefined]
]

for (const [value, bytes] of sizes) {
  test(`the size ${JSON.stringify(value)} is ${bytes} bytes`, () => {
    assert.equal(toSizeBytes(value), bytes)
  })
}
