import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvFields, delimiterOf } from './csv-fields.ts'

test('fields are what stands between separators, without the quotes around them', () => {
  assert.deepEqual(csvFields('1,,"a, ""b""\nc",x"y,""', ','), ['1', '', 'a, "b"\nc', 'x"y', ''])
  assert.deepEqual(csvFields('a\tb', '\t'), ['a', 'b'])
  assert.deepEqual(csvFields('"a",', ','), ['a', ''])
})

test('a record that is not well formed has an end, too', () => {
  assert.deepEqual(csvFields('"a,b', ','), ['a,'])
  assert.deepEqual(csvFields('a,"', ','), ['a', ''])
  assert.deepEqual(csvFields('"a"b,c', ','), ['a"', 'c'])
})

test('the separator is the one that the header has most of', () => {
  assert.deepEqual(['a,b', 'a\tb\tc,d', '"x,y,z";b', 'alone'].map(delimiterOf), [',', '\t', ';', ','])
})
