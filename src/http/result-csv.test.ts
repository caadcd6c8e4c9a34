import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotFound } from '../errors.ts'
import { resultCsv } from './result-csv.ts'

test('each item of a ranking is a row, and rankings of rankings say which one', () => {
  const csv = resultCsv({
    _metadata: { requested_size: 2 },
    audience: { totalItems: 1, items: [{ id: 'twitter:9' }] },
    ranking: { totalItems: 1, items: [{ id: 'twitter:1', displayName: 'Ann, "A"', rank: 1, score: -0.5, lift: 3 }] },
    categories: { totalItems: 1, items: [{ id: 'travel', items: [{ id: 'twitter:2', rank: 1, score: 2 }] }] }
  })

  assert.equal(
    csv,
    'section,rank,id,displayName,score,lift\r\n' +
      'ranking,1,twitter:1,"Ann, ""A""",-0.5,3\r\n' +
      'categories.travel,1,twitter:2,,2,\r\n'
  )
})

test('each value of a breakdown is a row with its share, for all accounts together and for each', () => {
  const csv = resultCsv({
    gender: { female: 0.6, male: 0.4 },
    accounts: [{ id: 'twitter:1', gender: { female: 1 } }]
  })

  assert.equal(
    csv,
    'section,value,share\r\ngender,female,0.6\r\ngender,male,0.4\r\naccounts.twitter:1.gender,female,1\r\n'
  )
})

test('a breakdown says how large the audience is, how many people a share rests on, and what is held back', () => {
  const csv = resultCsv({
    overlap: { totalItems: 0, items: [] },
    accounts: [
      {
        ...{ id: 'twitter:1', handle: 'ann', summary: 'long', audienceSize: 200, inactive: 0.25 },
        gender: { female: 0.6 },
        language: {},
        top_domains: { totalItems: 1, items: [{ id: 'a.org', rank: 1, people: 9, interval: [0.1, 0.2] }] },
        _coverage: {
          gender: { n: 90, of: 150, redacted: false, interval: { female: [0.5, 0.7] } },
          language: { of: 150, redacted: true }
        }
      }
    ]
  })

  assert.deepEqual(csv.split('\r\n'), [
    'section,rank,id,handle,value,share,audienceSize,inactive,n,of,interval_low,interval_high,redacted,people',
    'accounts.twitter:1,,twitter:1,ann,,,200,0.25,,,,,,',
    'accounts.twitter:1.gender,,,,female,0.6,,,90,150,0.5,0.7,,',
    'accounts.twitter:1.language,,,,,,,,,150,,,true,',
    'accounts.twitter:1.top_domains,1,a.org,,,,,,,,0.1,0.2,,9',
    ''
  ])
})

test('a name that a spreadsheet would run as a formula gets an apostrophe in front', () => {
  const items = ['=1+1', '+1', '-1', '@a', '\t=1'].map((displayName, index) => ({ rank: index + 1, displayName }))

  const lines = resultCsv({ ranking: { items } }).split('\r\n')

  assert.deepEqual(lines.slice(1, 6), [
    "ranking,1,'=1+1",
    "ranking,2,'+1",
    "ranking,3,'-1",
    "ranking,4,'@a",
    "ranking,5,'\t=1"
  ])
})

test('an empty ranking is a table without rows', () => {
  const csv = resultCsv({ ranking: { totalItems: 0, items: [] } })
  assert.equal(csv, 'section,rank,id,displayName,handle,value,share,score\r\n')
})

test('a result without rankings and breakdowns has no table', () => {
  assert.throws(() => resultCsv({ 'twitter:1': { type: 'profile', id: 'twitter:1' } }), NotFound)
})
