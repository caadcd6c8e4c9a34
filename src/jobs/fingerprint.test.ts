import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprint, type Question } from './fingerprint.ts'

const privacy = { minAuthors: 100, minTotal: 100, roundTo: 100, jitterKey: '' }
const question: Question = {
  accountId: 'research',
  job: 'Count',
  request: { ids: ['twitter:1'], options: { limit: 5, group: 'corpus' } },
  corpusRevision: 3,
  privacy,
  traits: { off: [], sensitiveInterests: false, birthyearFromName: false },
  fresh: 0
}

test('a fingerprint is 26 lower-case letters and digits, the same whatever the order of members', () => {
  const reordered = { ids: ['twitter:1'], options: { group: 'corpus', limit: 5 } }
  assert.match(fingerprint(question), /^[0-9a-hjkmnp-tv-z]{26}$/)
  assert.equal(fingerprint({ ...question, request: reordered }), fingerprint(question))
})

test('account, job, request, corpus revision, limits of privacy, traits and freshness each make another question', () => {
  const others: Question[] = [
    { ...question, accountId: 'sales' },
    { ...question, job: 'Sum' },
    { ...question, request: { ids: ['twitter:2'], options: {} } },
    { ...question, corpusRevision: 4 },
    { ...question, privacy: { ...privacy, minAuthors: 101 } },
    { ...question, privacy: { ...privacy, minTotal: 101 } },
    { ...question, privacy: { ...privacy, roundTo: 10 } },
    { ...question, privacy: { ...privacy, jitterKey: 'secret' } },
    { ...question, traits: { off: ['gender'], sensitiveInterests: false, birthyearFromName: false } },
    { ...question, traits: { off: [], sensitiveInterests: true, birthyearFromName: false } },
    { ...question, traits: { off: [], sensitiveInterests: false, birthyearFromName: true } },
    { ...question, fresh: 1 }
  ]
  assert.equal(new Set([question, ...others].map(fingerprint)).size, 1 + others.length)
})
