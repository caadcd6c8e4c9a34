import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeUpProfile } from '../../../test/support/made-up.ts'
import type { Profile } from '../../model/profile.ts'
import { createEnricher } from '../enrich.ts'

const guessing = createEnricher([], true)
const brittany = madeUpProfile({
  name: 'Brittany Sample',
  summary: 'Nurse and runner. I love my dog.',
  published: Date.parse('2010-05-01'),
  observedAt: Date.parse('2020-05-01')
})
const yearOf = (said: Partial<Profile>) => guessing.profile({ ...brittany, ...said }).birthyear

test('a year of birth is guessed from a first name where the operator wants it, and nowhere else', () => {
  assert.deepEqual([createEnricher().profile(brittany).birthyear, guessing.profile(brittany).birthyear], [0, 1990])
})

test('the guess says what it rests on, and how few of the name were born within two years of it', () => {
  const said = guessing.profile(brittany).evidence.find(({ trait }) => trait === 'birthyear')
  assert.deepEqual(said, { trait: 'birthyear', value: '1990', confidence: 0.439, from: 'first name' })
})

test('names that were given over many years say nothing', () => {
  assert.deepEqual([yearOf({ name: 'Michael Sample' }), yearOf({ name: 'Maria Sample' })], [0, 0])
})

test('an age that is stated wins, also one that is refused or contradicted', () => {
  assert.deepEqual(
    [
      yearOf({ summary: 'Nurse, 41 years old' }),
      yearOf({ summary: 'I am 11 years old and love my dog' }),
      yearOf({ summary: 'born in 1970. 22 y/o' })
    ],
    [1979, 0, 0]
  )
})

test('nobody is younger than 13 when the account opens, and other countries have other fashions', () => {
  assert.deepEqual(
    [
      yearOf({ published: Date.parse('2002-01-01') }),
      yearOf({ published: Date.parse('2003-01-01') }),
      yearOf({ location: 'Dublin, Ireland' }),
      yearOf({ location: 'Boston, MA' })
    ],
    [0, 1990, 0, 1990]
  )
})

test('an organization has no year of birth by its name', () => {
  const said = guessing.profile({
    ...brittany,
    name: 'Brittany Tourist Office',
    summary: 'We are the official account of the tourist office. Book with us!'
  })
  assert.deepEqual([said.accountType, said.birthyear], ['organization', 0])
})

test('a corpus that was enriched without guesses is out of date with them', () => {
  assert.notEqual(guessing.version, createEnricher().version)
})

test('switching birth years off switches the guess off', () => {
  assert.equal(createEnricher(['birthyear'], true).profile(brittany).birthyear, 0)
})
