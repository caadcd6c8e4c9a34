import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileTerms } from '../../../scripts/models/interests/compile-terms.ts'
import type { TermClass } from '../../../scripts/models/interests/read-lexicon.ts'
import { type Interest, interests } from '../../model/interests.ts'
import { readText } from '../text/read-text.ts'
import { termTableOf, weighTerms } from './term-table.ts'

const table = termTableOf(
  compileTerms(
    new Map<string, Map<Interest, TermClass>>([
      ['dog', new Map([['animals', 'strong']])],
      ['hot dog', new Map([['food', 'plain']])],
      ['hot dog stand', new Map([['small_business', 'weak']])]
    ]),
    ['dog', 'stand']
  )
)

function weigh(text: string) {
  const evidence = new Float32Array(interests.length)
  const words = new Uint16Array(8)
  const known = weighTerms(table, readText(text).tokens, [1, 2, 4], evidence, words)
  const found = interests.flatMap((name, at): [Interest, number][] => (evidence[at] ? [[name, evidence[at]]] : []))
  return { found: Object.fromEntries(found), words: [...words.subarray(0, known)] }
}

test('a term adds the weight of its class', () => {
  assert.deepEqual(weigh('Dog, dog!'), { found: { animals: 8 }, words: [1, 1] })
})

test('of terms that begin at one word the longest counts, and its words count for no other', () => {
  assert.deepEqual(weigh('a hot dog'), { found: { food: 2 }, words: [1] })
  assert.deepEqual(weigh('a hot dog stand'), { found: { small_business: 1 }, words: [1, 2] })
  assert.deepEqual(weigh('hot dogs'), { found: {}, words: [] })
})

test('a hashtag and a possessive are read as their word', () => {
  assert.deepEqual(weigh("#dog the dog's"), { found: { animals: 8 }, words: [1, 1] })
})
