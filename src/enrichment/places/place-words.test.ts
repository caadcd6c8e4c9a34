import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeWords } from './place-words.ts'

const texts = (location: string) => placeWords(location).map(({ text }) => text)

test('spellings of one name meet', () => {
  assert.deepEqual(texts('SAINT-Étienne'), ['st', 'etienne'])
  assert.deepEqual(texts('Ft. Wørth'), ['ft', 'worth'])
  assert.deepEqual(texts('N.Y., U.S.A.'), ['ny', 'usa'])
  assert.deepEqual(texts('O’Fallon'), ['ofallon'])
  assert.deepEqual(texts('𝑷𝒂𝒓𝒊𝒔'), ['paris'])
})

test('a sign between two words tells whether another place follows', () => {
  const before = (location: string) => placeWords(location).at(-1)?.before
  assert.equal(before('New York'), 0)
  assert.equal(before('Winston-Salem'), 0)
  assert.equal(before('Boston, Massachusetts'), 1)
  assert.equal(before('Boston - Berlin'), 2)
  assert.equal(before('Boston | Berlin'), 2)
})

test('signs of a script without spaces are words, and a flag is one', () => {
  assert.deepEqual(texts('大阪府'), ['大', '阪', '府'])
  assert.deepEqual(texts('🇧🇷'), ['flag br'])
})
