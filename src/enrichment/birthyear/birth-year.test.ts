import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedAge } from '../../../test/enrichment/stated-ages.ts'
import { statedAges, statedAgesHeldOut } from '../../../test/enrichment/stated-ages.ts'
import { processorMs } from '../../../test/support/processor-ms.ts'
import type { ProfileId } from '../../model/ids.ts'
import { silentProfile } from '../../model/profile.ts'
import { readProfile } from '../reading.ts'
import { birthYearOf } from './birth-year.ts'

function said(summary: string, name: string | null = null) {
  const id = 'twitter:1' as ProfileId // Any will do.
  return birthYearOf(readProfile({ ...silentProfile, id, name, summary, observedAt: Date.UTC(2020, 5, 15) }))
}

/** The cases that are answered otherwise. */
const wrong = (cases: readonly StatedAge[]) =>
  cases.flatMap(({ text, born }) => (said(text)?.value === born ? [] : [`${text} → ${said(text)?.value}`]))

test('ages and years of birth are read off descriptions in sixteen languages, and other numbers are left alone', () => {
  assert.ok(statedAges.length > 400)
  assert.deepEqual(wrong(statedAges), [])
})

test('of cases that the patterns were not made with, at most a few are missed', () => {
  assert.deepEqual(wrong(statedAgesHeldOut), [
    'Child of the sea, born March 3, 1989 → undefined',
    '18 & thriving → undefined',
    'I turned 26 in March → undefined'
  ])
})

test('a stated year is surer than an age, and says what it rests on', () => {
  assert.deepEqual(said('Born in 1985'), { value: 1985, confidence: 0.98, from: 'stated birth year' })
  assert.deepEqual(said('23 years old'), { value: 1997, confidence: 0.97, from: 'stated age' })
  assert.deepEqual(said('', 'Anna, 24'), { value: 1996, confidence: 0.95, from: 'stated age' })
})

test('statements that disagree are none', () => {
  assert.equal(said("I'm 23. Born in 1985."), undefined)
  assert.deepEqual(said("I'm 23. Born in 1997.")?.value, 1997)
})

test('ages under 13 and over 100 are refused', () => {
  assert.deepEqual(
    ["I'm 12", "I'm 13", 'born in 1919', 'born in 1920', 'born in 2010'].map(text => said(text)?.value),
    [undefined, 2007, undefined, 1920, undefined]
  )
})

test('hostile texts are read in no time', () => {
  const start = processorMs()
  for (const piece of ['23 ', '1985', 'born ', '22|', "i'm 23 ", '99 years old ', '*1990 ', 'mother of a ', '\ud800'])
    said(piece.repeat(300_000))
  assert.ok(processorMs() - start < 2000)
})
