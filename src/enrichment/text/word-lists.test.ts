import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf, hasWordOf, readText } from './read-text.ts'
import { enterWordList } from './word-lists.ts'

const fruit = enterWordList(['apple', 'orange'])
const colours = enterWordList(['orange', 'blue'], { inHashtags: true })

test('a word stands in every list that has it', () => {
  const text = readText('Orange, blue orange')
  assert.deepEqual([countOf(fruit, text), countOf(colours, text)], [2, 3])
})

test('a hashtag stands in the lists that read hashtags', () => {
  const text = readText('#orange')
  assert.deepEqual([hasWordOf(fruit, text), hasWordOf(colours, text)], [false, true])
})
