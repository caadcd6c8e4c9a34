import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inSlices } from './in-slices.ts'

test('others have their turn while many items take long', async () => {
  const items = Array.from({ length: 20 }, (_, at) => at)
  const seen: number[] = []
  const others = setInterval(() => seen.push(made), 1)
  let made = 0
  const answers = await inSlices(items, item => {
    for (const end = performance.now() + 5; performance.now() < end; );
    made++
    return item * 2
  })
  clearInterval(others)
  assert.deepEqual(
    answers,
    items.map(item => item * 2)
  )
  // A slice is three items at most, and a timer may come a slice late.
  assert.ok(seen.length >= 3 && (seen[0] ?? Infinity) <= 6, String(seen))
})
