import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeUpProfile } from '../../../test/support/made-up.ts'
import type { Profile } from '../../model/profile.ts'
import { readProfile } from '../reading.ts'
import { accountTypeOf } from './account-type.ts'

const typeOf = (said: Partial<Profile>) => accountTypeOf(readProfile(madeUpProfile(said)))

test('persons and organizations are told apart by name, handle and bio', () => {
  assert.deepEqual(
    [
      typeOf({ name: 'Maria Lindqvist', handle: 'marialindq', summary: 'Mom of two. I love running and my dog.' }),
      typeOf({
        name: 'Harbour Street Bakery',
        handle: 'HarbourStBakery',
        summary: 'We bake fresh bread daily. Visit our shop, open 8 to 5.',
        url: 'https://harbourstreetbakery.com'
      })
    ].map(said => said?.value),
    ['person', 'organization']
  )
})

test('a shop, a church and a firm are told by their names alone, in several languages', () => {
  const named = [
    "Anna's Bakery",
    'Smith & Sons',
    'Bäckerei Müller',
    'Colegio San Ignacio',
    'Autohaus Meier GmbH',
    'St. Mary’s Church'
  ]
  assert.deepEqual(
    named.map(name => typeOf({ name })?.value),
    named.map(() => 'organization')
  )
})

test('an artist needs an occupation and a second sign to be entertainment', () => {
  const singer = { name: 'Nia Vale', handle: 'niavale', summary: 'Singer. For bookings: mail my management' }
  assert.deepEqual(
    [typeOf(singer)?.value, typeOf({ ...singer, summary: 'Singer in the shower' })?.value],
    ['entertainment', 'person']
  )
  assert.equal(typeOf({ ...singer, summary: 'Singer', followers: 900_000 })?.from, 'occupation + audience')
})

test('nothing is said of an account without name, handle and bio', () => {
  assert.equal(typeOf({ location: 'Oslo' }), undefined)
})
