import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportOptions, ImportSink } from './import-format.ts'
import { formatNamed } from './import-formats.ts'
import { type ImportReject, recordReader } from './record-reader.ts'
import { refusedLimit } from './records/record-limits.ts'

const options: ImportOptions = { service: 'twitter', observedAt: 0, columns: new Map(), timeZone: 'UTC' }

test('of a long record that is rejected only the beginning is kept, however many of its items are bad', () => {
  const rejects: ImportReject[] = []
  const nothing = () => {}
  const sink: ImportSink = {
    profile: nothing,
    account: nothing,
    follow: nothing,
    post: nothing,
    interaction: nothing,
    reject: reason => reader.reject(reason),
    skip: nothing,
    warn: nothing
  }
  const reader = recordReader(formatNamed('twitter-v11', options.columns), {
    options,
    resumedRecords: 0,
    hasDamage: () => false,
    onReject: reject => rejects.push(reject),
    sink
  })
  const bad = { id_str: '1', text: 'no time', user: { id_str: '7' }, created_at: 'x'.repeat(10_000) }
  reader.push(`${JSON.stringify({ statuses: Array(50).fill(bad) })}\n`)
  reader.end()

  assert.equal(rejects.length, 50)
  const lengths = rejects.flatMap(({ text, reason }) => [text.length, reason.length])
  assert.deepEqual(new Set(lengths), new Set([refusedLimit]))
})
