import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allStatusWords, statesOf } from './status-words.ts'

test('a filter by status words finds the states behind them, and none for words that no execution has', () => {
  assert.deepEqual(statesOf(['SUBMITTED', 'KILLED']), ['queued', 'stopped'])
  assert.deepEqual(statesOf(['INVALID', 'UNKNOWN']), [])
  assert.equal(statesOf(['DONE']), undefined)
})

test('all ten words of the public schemas are known', () => {
  const words = 'SUBMITTED ACCEPTED RUNNING FINISHED INVALID INVALID_REQUEST INVALID_RESULT FAILED KILLED UNKNOWN'
  assert.deepEqual([...allStatusWords].sort(), words.split(' ').sort())
})
