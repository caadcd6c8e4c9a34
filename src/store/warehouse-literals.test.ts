import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parameterText, sqlString } from './warehouse-literals.ts'

test('a text stands in SQL as a literal that cannot end early', () => {
  assert.equal(sqlString("it's \\ a\ttab\n\0"), "'it\\'s \\\\ a\\ttab\\n\\0'")
})

test('a bound value is written as the engine reads it', () => {
  assert.equal(parameterText("it's"), "it\\'s")
  assert.equal(parameterText(["it's", 'b\\']), "['it\\'s','b\\\\']")
  assert.equal(parameterText([1, 2.5, -3n, true]), '[1,2.5,-3,1]')
  assert.equal(parameterText([[], ['a']]), "[[],['a']]")
})

test('a value that no column could hold is a bug', () => {
  for (const value of [null, undefined, {}, Number.NaN, [null]]) assert.throws(() => parameterText(value), TypeError)
})
