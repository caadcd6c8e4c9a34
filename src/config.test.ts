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

const privacyOf = (env: Record<string, string>) => readConfig(env).privacy

test('groups of people are described from a hundred on, in hundreds, unless an operator sets other limits', () => {
  assert.deepEqual(privacyOf({}), { minAuthors: 100, minTotal: 100, roundTo: 100, isJittered: false })
  assert.deepEqual(privacyOf({ DEMOGRAPH_PRIVACY_MIN_AUTHORS: '50', DEMOGRAPH_PRIVACY_ROUND_TO: '10' }), {
    ...{ minAuthors: 50, minTotal: 50, roundTo: 10, isJittered: false }
  })
  const all = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1', DEMOGRAPH_PRIVACY_MIN_TOTAL: '7', DEMOGRAPH_PRIVACY_JITTER: '1' }
  assert.deepEqual(privacyOf(all), { minAuthors: 1, minTotal: 7, roundTo: 100, isJittered: true })
})

test('a wrong limit of privacy is refused', () => {
  for (const name of ['MIN_AUTHORS', 'MIN_TOTAL', 'ROUND_TO'].map(end => `DEMOGRAPH_PRIVACY_${end}`))
    for (const value of ['0', '-1', '1.5', 'all', '1000001'])
      assert.throws(() => privacyOf({ [name]: value }), {
        message: `${name} is a whole number from 1 to 1000000, not "${value}".`
      })
  assert.throws(() => privacyOf({ DEMOGRAPH_PRIVACY_JITTER: '2' }), /DEMOGRAPH_PRIVACY_JITTER is a whole number/)
})

test('the limits of before are refused with the names of those that replaced them', () => {
  for (const name of ['PRIVACY_MIN_AUDIENCE', 'PRIVACY_MIN_CELL'])
    assert.throws(() => privacyOf({ [name]: '10' }), {
      message: `${name} is gone: unset it, and set DEMOGRAPH_PRIVACY_MIN_AUTHORS, DEMOGRAPH_PRIVACY_MIN_TOTAL and DEMOGRAPH_PRIVACY_ROUND_TO if 100 each are not right (docs/privacy.md).`
    })
  assert.doesNotThrow(() => privacyOf({ PRIVACY_MIN_AUDIENCE: '' }))
})
