import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FileReport, importTable } from './import-table.ts'

const plain = (text: string) => text
const counts = { profiles: 3, accounts: 0, follows: 0, posts: 0, interactions: 0 }
const summary = { format: 'mapped-csv', records: 4, counts, rejected: 1, seconds: 0.2, warnings: [] }
const people: FileReport = {
  file: '/data/corpora/people-of-lisbon.csv',
  summary: { ...summary, resumed_from: 0, corpus_revision: 1, rejects_left_out: 0 }
}

test('a line a file, a column for each kind of record that came in, and a sum', () => {
  assert.deepEqual(importTable([people, people, { file: 'notes.txt', error: 'No.' }], 110, plain), [
    'file                                format      records  profiles  rejected    took',
    '/data/corpora/people-of-lisbon.csv  mapped-csv        4         3         1  200 ms',
    '/data/corpora/people-of-lisbon.csv  mapped-csv        4         3         1  200 ms',
    'notes.txt                           failed',
    'all                                                   8         6         2  400 ms'
  ])
})

test('in a narrow terminal paths give way, then the format', () => {
  assert.deepEqual(importTable([people], 60, plain), [
    'file                    records  profiles  rejected    took',
    '…/people-of-lisbon.csv        4         3         1  200 ms'
  ])
  assert.deepEqual(importTable([people], 78, plain), [
    'file                    format      records  profiles  rejected    took',
    '…/people-of-lisbon.csv  mapped-csv        4         3         1  200 ms'
  ])
})
