import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { lendOneByOne } from './lend-one-by-one.ts'

test('nothing is lent twice at once, and who asks first gets first', async () => {
  const lending = lendOneByOne(['a', 'b'])
  const lent = new Set<string>()
  const order: number[] = []
  const borrow = (index: number) =>
    lending.borrow(async thing => {
      assert.ok(!lent.has(thing))
      lent.add(thing)
      order.push(index)
      await setImmediate()
      lent.delete(thing)
    })
  await Promise.all(Array.from({ length: 9 }, (_, index) => borrow(index)))
  assert.deepEqual(order, [0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('what was borrowed for failing work comes back', async () => {
  const lending = lendOneByOne(['a'])
  await assert.rejects(
    lending.borrow(async () => {
      throw new Error('no')
    }),
    /no/
  )
  assert.equal(await lending.borrow(async thing => thing), 'a')
})

test('everything has come back when nobody works any more', async () => {
  const lending = lendOneByOne(['a'])
  let done = 0
  for (let work = 0; work < 3; work += 1) {
    void lending.borrow(async () => {
      await setImmediate()
      done += 1
    })
  }
  await lending.allReturned()
  assert.equal(done, 3)
})
