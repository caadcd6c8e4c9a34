import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const traitsOf = (env: Record<string, string>) => readConfig(env).traits

test('every trait is said, sensitive interests of nobody alone and no age by a name, unless an operator wants it otherwise', () => {
  const usual = { off: [], sensitiveInterests: false, birthyearFromName: false }
  assert.deepEqual(traitsOf({}), usual)
  assert.deepEqual(traitsOf({ DEMOGRAPH_SENSITIVE_INTERESTS: '1' }), { ...usual, sensitiveInterests: true })
  assert.deepEqual(traitsOf({ DEMOGRAPH_BIRTHYEAR_FROM_NAME: '1' }), { ...usual, birthyearFromName: true })
})

test('traits that are off are named in any order, with spaces, and twice', () => {
  assert.deepEqual(traitsOf({ DEMOGRAPH_TRAITS_OFF: ' place,gender , ,place' }).off, ['gender', 'place'])
  assert.deepEqual(traitsOf({ DEMOGRAPH_TRAITS_OFF: '' }).off, [])
})

test('an unknown trait is refused with the list of those that there are', () => {
  for (const names of ['gendre', 'gender,Place', 'race', 'gender;place', 'constructor'])
    assert.throws(() => traitsOf({ DEMOGRAPH_TRAITS_OFF: names }), {
      message:
        'DEMOGRAPH_TRAITS_OFF names traits, separated by commas: account_type, adult, birthyear, devices, domains, ' +
        'gender, influence, interestingness, interests, languages, name, place, sentiment, spam.'
    })
})

test('a wrong wish about sensitive interests is refused', () => {
  assert.throws(() => traitsOf({ DEMOGRAPH_SENSITIVE_INTERESTS: 'yes' }), {
    message: 'DEMOGRAPH_SENSITIVE_INTERESTS is a whole number from 0 to 1, not "yes".'
  })
})
