import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readObservedAt } from './observed-at.ts'

test('when a file was written is the same on every machine: without a zone it is in the one that is said, else UTC', () => {
  const noon = Date.UTC(2017, 5, 13, 12)
  const said = ['2017-06-13T12:00:00Z', '2017-06-13T12:00', '2017-06-13 14:00:00+02:00', String(noon)]
  assert.deepEqual(
    said.map(text => readObservedAt(text)),
    said.map(() => noon)
  )
  assert.equal(readObservedAt('2017-06-13T21:00', 'Asia/Tokyo'), noon)
  assert.equal(readObservedAt('2017-06-13T12:00', 'Nowhere/Land'), noon)
})

test('what is no time is not read', () => {
  assert.deepEqual(
    ['yesterday', '13 June 2017', '2017-02-30', ''].map(text => readObservedAt(text)),
    [undefined, undefined, undefined, undefined]
  )
})
