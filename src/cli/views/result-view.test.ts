import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resultView } from './result-view.ts'

const view = { limit: 3, width: 100, bold: (text: string) => text, dim: (text: string) => text }
const show = (result: unknown) => resultView(result, view)

test('a ranking is a table of names, handles and the figures that say why', () => {
  const items = [
    {
      id: 'twitter:1',
      displayName: 'Ann',
      handle: 'ann',
      rank: 1,
      score: 0.91234,
      followers_in_audience: 1200,
      share_of_audience: 0.5
    },
    { id: 'twitter:2', displayName: '', rank: 2, score: 0.5, followers_in_audience: 3, share_of_audience: 0.25 }
  ]
  assert.deepEqual(
    show({
      _metadata: {
        job: 'ExternalInfluencers',
        requested_size: 60,
        audience_size: 58,
        missing: ['twitter:8', 'twitter:9']
      },
      externalInfluencerRanking: {
        id: 'x',
        displayName: 'External influencers',
        rank: 1,
        score: 1,
        totalItems: 40,
        items
      }
    }),
    [
      'ExternalInfluencers, about 60 ids, audience of 58, 2 ids not in the corpus',
      '',
      'External influencers',
      '                                   followers  share of',
      'rank  name       handle   score  in audience  audience',
      '   1  Ann        @ann    0.9123        1,200    50.0 %',
      '   2  twitter:2          0.5000            3    25.0 %',
      '2 of 40 entries'
    ]
  )
})

test('a table leaves out figures that are zero everywhere, and those that do not fit', () => {
  const figures = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`measure_number_${index}`, index]))
  const lines = show({
    ranking: { totalItems: 1, items: [{ id: 'twitter:1', displayName: 'Ann', rank: 1, ...figures }] }
  })
  assert.deepEqual(lines[4]?.match(/number \d+/g)?.slice(0, 2), ['number 1', 'number 2'])
  assert.ok(lines.every(line => line.length <= 100))
})

test('shares that are parts are percentages, and shares that were made are counted', () => {
  const item = { rank: 1, displayName: 'Ann', shares_in_audience: 2, share_of_audience: 0.5, share: 0.25 }
  assert.deepEqual(show({ ranking: { totalItems: 1, items: [item] } }).slice(-2), [
    'rank  name   audience  audience   share',
    '   1  Ann           2    50.0 %  25.0 %'
  ])
})

test('the audience itself is one line', () => {
  const items = ['Ann', 'Bob'].map(displayName => ({ id: displayName, displayName }))
  assert.deepEqual(show({ audience: { totalItems: 7, items } }).slice(1), ['', 'Audience', 'Ann, Bob and 5 others'])
})

test('an aggregation is a list of bars with the number of people it is based on', () => {
  assert.deepEqual(
    show({
      audienceSize: 1500,
      gender: { female: 0.75, male: 0.25 },
      device: {},
      birthyear: {},
      _coverage: { gender: { n: 800, of: 1500 }, birthyear: { n: 12, of: 1500, redacted: true } }
    }).slice(1),
    [
      '',
      'audience size  1,500',
      '',
      'Gender  known for 800 of 1,500',
      'female    ━━━━━━━━━━━━━━━━━━         75.0 %',
      'male      ━━━━━━                     25.0 %',
      '',
      'Held back, too few people to describe: birthyear.',
      'Nothing to show: device.'
    ]
  )
})

test('a profile is a card with what was inferred and how sure that is', () => {
  const profile = {
    type: 'profile',
    id: 'twitter:1',
    name: 'Ann \u001b[31mLee',
    handle: 'ann',
    twitter: { followers_count: 1200 },
    enrichments: {
      account_type: 'person',
      influence: 71,
      demographics: { gender: 'female' },
      place: { location: { city: 'Boston', state: 'Massachusetts', country: 'United States' } },
      psychographics: { languages: { en: 0.9, es: 0.1 } },
      _evidence: { gender: { value: 'female', confidence: 0.97 } }
    },
    posts: { count: 10, top_hashtags: ['#a', 'b'] }
  }
  assert.deepEqual(show({ 'twitter:1': profile }).slice(1), [
    '',
    'Ann Lee  @ann  twitter:1',
    '  is         person, female (97 % sure)',
    '  place      Boston, Massachusetts, United States',
    '  counts     1,200 followers, 10 posts held',
    '  influence  71 of 100',
    '  languages  en 90.0 %, es 10.0 %',
    '  hashtags   #a #b'
  ])
})

test('a ranking of rankings is one line for each, empty ones left out', () => {
  const ranking = (name: string, handles: string[]) => ({
    id: name,
    displayName: name,
    totalItems: handles.length,
    items: handles.map(handle => ({ id: handle, handle, rank: 1 }))
  })
  assert.deepEqual(
    show({ categories: { totalItems: 2, items: [ranking('music', ['ann', 'bob']), ranking('tv', [])] } }).slice(1),
    ['', 'Categories', 'music  @ann, @bob']
  )
})

test('accounts with nothing but a figure share one table, beside those with more to show', () => {
  const few = (id: string, audienceSize: number) => ({
    ...{ id: `twitter:${id}`, displayName: `Person ${id}`, audienceSize },
    ...{ size: {}, _coverage: { size: { of: audienceSize, redacted: true } } }
  })
  const many = {
    ...{ id: 'twitter:3', displayName: 'Cat', audienceSize: 500, size: { '1000-9999': 0.25, '0-99': 0.7 } },
    _coverage: { size: { n: 500, of: 500, unnamed: 0.05 } }
  }
  assert.deepEqual(show({ accounts: [few('1', 4), many, few('2', 7)] }).slice(1), [
    '',
    'Cat  twitter:3',
    '  audience size  500',
    '',
    '  Size  known for 500 of 500',
    '  0-99       ━━━━━━━━━━━━━━━━━          70.0 %',
    '  1000-9999  ━━━━━━                     25.0 %',
    '  others, too few to be named: 5.0 %',
    '',
    'Accounts',
    '                audience',
    'rank  name          size',
    '   1  Person 2         7',
    '   2  Person 1         4',
    'Held back, too few people to describe: size.'
  ])
})

test('a pair of accounts is named as the result names them, else by its ids', () => {
  const accounts = [{ id: 'twitter:1', displayName: 'Ann', size: { small: 1 } }]
  const pairs = [{ rank: 1, one: 'twitter:1', other: 'twitter:2', common: 83, jaccard: 0.715 }]
  assert.deepEqual(show({ accounts, overlap: { totalItems: 1, items: pairs } }).slice(-2), [
    'rank  name            common  jaccard',
    '   1  Ann, twitter:2      83   0.7150'
  ])
  const items = [{ rank: 1, one: 'twitter:1', other: 'twitter:2', common: 83, jaccard: 0.715 }]
  assert.deepEqual(show({ overlap: { totalItems: 1, items } }).slice(1), [
    '',
    'Overlap',
    'rank  name                  common  jaccard',
    '   1  twitter:1, twitter:2      83   0.7150'
  ])
})

test('what a result holds besides is shown, however deep', () => {
  assert.deepEqual(
    show({ profiles: { 'twitter:1': { displayName: 'Ann', audienceSize: 5, gender: { male: 1 } } } }).slice(1),
    [
      '',
      'Profiles',
      '  Ann  twitter:1',
      '    audience size  5',
      '',
      '    Gender',
      '    male      ━━━━━━━━━━━━━━━━━━━━━━━━  100.0 %'
    ]
  )
})
