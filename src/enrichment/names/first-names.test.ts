import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstName } from './first-names.ts'

/** `f` or `m` from 0.9, `?` between, `-` for a word that is no first name. */
function said(word: string) {
  const found = firstName(word)
  if (!found) return '-'
  return found.female >= 0.9 ? 'f' : found.female <= 0.1 ? 'm' : '?'
}
const all = (...words: string[]) => words.map(said).join('')

test('first names are known in any case, with or without accents, and in several scripts', () => {
  assert.equal(
    all('Mary', 'MARY', 'José', 'jose', 'Zoë', 'Łukasz', 'Анна', 'Владимир', 'Jean-Pierre', 'Keiko', 'Rajesh'),
    'ffmmfmfmmfm'
  )
})

test('a double name that is not listed is taken for its first part', () => {
  assert.equal(all('Eva-Kristina', 'Karl-Xyzzy'), 'fm')
})

test('names of both sexes, in one country or in two, lie between', () => {
  assert.equal(all('Andrea', 'Robin', 'Jean', 'Casey'), '????')
})

test('other words are no first names', () => {
  assert.equal(all('university', 'the', 'news', 'x', '', 'qqqq', 'a'.repeat(10_000)), '-------')
})

test('frequent names are stronger than rare ones', () => {
  const strength = (word: string) => firstName(word)?.strength ?? 0
  assert.ok(strength('Maria') > 0.8)
  assert.ok(strength('Maria') > strength('Zaylen'))
})
