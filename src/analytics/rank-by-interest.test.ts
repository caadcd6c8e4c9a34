import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankByInterest } from './rank-by-interest.ts'

const ranked = [{ id: 'ann' }, { id: 'bob' }, { id: 'club' }]

test('accounts are listed under each of their interests, in the order of the ranking, larger groups first', () => {
  const groups = rankByInterest(ranked, [
    { id: 'bob', interests: ['music', 'travel'], account_type: 'person' },
    { id: 'ann', interests: ['music'], account_type: 'person' }
  ])
  assert.deepEqual(groups, [
    { interest: 'music', accounts: [{ id: 'ann' }, { id: 'bob' }] },
    { interest: 'travel', accounts: [{ id: 'bob' }] }
  ])
})

test('under politics, religion and health care only organizations are listed', () => {
  const about = ['health_care', 'politics', 'religion']
  const groups = rankByInterest(ranked, [
    { id: 'ann', interests: about, account_type: 'person' },
    { id: 'bob', interests: about, account_type: '' },
    { id: 'club', interests: about, account_type: 'organization' }
  ])
  assert.deepEqual(
    groups,
    about.map(interest => ({ interest, accounts: [{ id: 'club' }] }))
  )
})
