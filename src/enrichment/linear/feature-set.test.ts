import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginPair, createFeatureSet, type FeatureSet, hashOf, hashOfPair } from './feature-set.ts'

const indicesOf = (features: FeatureSet) => [...features.indices.slice(0, features.size)]

test('a feature that is added twice counts once, and once more in the next example', () => {
  const features = createFeatureSet(22)
  // More examples than there are numbers for them in the table, which begins anew then.
  for (let example = 0; example < 3000; example++) {
    features.clear()
    for (const word of ['bread', 'bakery', 'bread']) features.add(1, word)
    assert.equal(features.size, 2)
  }
})

test('words in a row are the same features as words and pairs added one by one', () => {
  const [oneByOne, inARow, ready] = [createFeatureSet(18), createFeatureSet(18), createFeatureSet(18)]
  let first = '<start>'
  let before = beginPair(2, first)
  for (const word of ['fresh', 'bread', 'täglich']) {
    oneByOne.add(1, word)
    oneByOne.addPair(2, first, word)
    before = inARow.addFollowing(1, 2, before, word)
    ready.addHash(hashOf(1, word))
    ready.addHash(hashOfPair(2, first, word))
    first = word
  }
  assert.deepEqual(indicesOf(inARow), indicesOf(oneByOne))
  assert.deepEqual(indicesOf(ready), indicesOf(oneByOne))
})

test('the runs of a word have a mark before and behind it, however long it is', () => {
  const [runs, one] = [createFeatureSet(20), createFeatureSet(20)]
  runs.addRuns(1, 'cat', 3, 4)
  for (const run of [' ca', ' cat', 'cat', 'cat ', 'at ']) one.add(1, run)
  assert.deepEqual(indicesOf(runs), indicesOf(one))
  runs.clear()
  runs.addRuns(1, 'ab'.repeat(500), 3, 3)
  assert.equal(runs.size, 4)
})

test('of a long text each feature counts once, too', () => {
  const features = createFeatureSet(20)
  const words = Array.from({ length: 3000 }, (_, at) => `word ${at % 1500}`)
  for (let example = 0; example < 2; example++) {
    features.clear()
    for (const word of words) features.add(1, word)
    assert.equal(new Set(indicesOf(features)).size, features.size)
    assert.ok(features.size > 1490, `${features.size}`)
  }
})
