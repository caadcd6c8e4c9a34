import assert from 'node:assert/strict'
import { test } from 'node:test'
import followerBreakdown from '../../src/jobs/catalog/follower-breakdown.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, type WorldContents, world, worldTime } from '../support/world.ts'

type Breakdown = Record<string, unknown> & { audienceSize: number; _coverage: Record<string, object> }
type Body = { together: Breakdown; accounts: (Breakdown & { id: string })[]; overlap: object }

const dayMs = 86_400_000

// Three follow nasa, two of them esa as well; one more follows esa only, and nothing else is known of that one.
const readers: WorldContents = {
  profiles: [
    { id: 'nasa', name: 'NASA' },
    { id: 'ann', followers: 50 },
    { id: 'bob', followers: 5000 },
    { id: 'cat', followers: 99 }
  ],
  follows: [
    ['ann', 'nasa'],
    ['bob', 'nasa'],
    ['cat', 'nasa'],
    ['ann', 'esa'],
    ['bob', 'esa'],
    ['dan', 'esa']
  ],
  posts: [
    {
      ...{ author: 'ann', language: 'en', device: 'mobile', os: 'ios', domains: ['nasa.gov'] },
      ...{ hashtags: ['Moon'], mentions: [{ id: idOf('nasa'), handle: 'nasa' }], createdAt: worldTime - 100 * dayMs }
    },
    {
      ...{ author: 'bob', language: 'fr', device: 'mobile', os: 'android', domains: ['nasa.gov', 'esa.int'] },
      ...{ hashtags: ['moon', 'mars'], createdAt: worldTime }
    },
    // Twice the same word: people are counted, not posts.
    { author: 'bob', language: 'fr', hashtags: ['mars'], createdAt: worldTime - 3 * dayMs }
  ]
}

const term = (id: string, rank: number, people: number, of: number) => ({
  ...{ id, displayName: id, rank, score: people, people },
  share: Number((people / of).toFixed(6))
})

const noTerms = { totalItems: 0, items: [] }
/** What nothing is said of in these worlds. */
const silent = {
  ...{ account_type: {}, gender: {}, birthyear: {}, sentiment: {}, top_interests: noTerms },
  ...{ top_continents: noTerms, top_countries: noTerms, top_global_metro_areas: noTerms, top_us_metro_areas: noTerms }
}
const silentCoverage = (of: number) =>
  Object.fromEntries(Object.keys(silent).map(field => [field, { of, redacted: true }]))

test('followers are described together and for each account, with the number of people behind each field', async t => {
  const { body, metadata } = await runJob(followerBreakdown, await world(t, readers), { ids: ['nasa', 'esa'] })

  const { together, accounts, overlap } = body as Body
  const nasaItem = {
    ...{ id: idOf('nasa'), displayName: 'NASA', handle: 'nasa', rank: 1, score: 1, people: 1, share: 0.5 }
  }
  const described = {
    ...silent,
    spam_like: 0,
    device: { mobile: 1 },
    os: { android: 0.5, ios: 0.5 },
    language: { en: 0.5, fr: 0.5 },
    activity: { '0-7 days': 0.5, 'over 90 days': 0.5 },
    inactive: 0.5,
    top_domains: { totalItems: 2, items: [term('nasa.gov', 1, 2, 2), term('esa.int', 2, 1, 2)] },
    top_hashtags: { totalItems: 2, items: [term('moon', 1, 2, 2), term('mars', 2, 1, 2)] },
    top_mentions: { totalItems: 1, items: [nasaItem] }
  }
  const coverage = (of: number, sizes: number) => {
    const twoOf = { n: 2, of, redacted: false }
    return {
      ...silentCoverage(of),
      ...{ language: twoOf, device: twoOf, os: twoOf, activity: twoOf, size: { n: sizes, of, redacted: false } },
      ...{ top_domains: twoOf, top_hashtags: twoOf, top_mentions: twoOf }
    }
  }
  const sizes = { '0-99': 0.666667, '1000-9999': 0.333333 }
  assert.deepEqual(together, { audienceSize: 4, ...described, size: sizes, _coverage: coverage(4, 3) })
  assert.deepEqual(accounts, [
    {
      ...{ id: idOf('esa'), audienceSize: 3, ...described },
      ...{ size: { '0-99': 0.5, '1000-9999': 0.5 }, _coverage: coverage(3, 2) }
    },
    {
      ...{ id: idOf('nasa'), displayName: 'NASA', handle: 'nasa', audienceSize: 3, ...described },
      ...{ size: sizes, _coverage: coverage(3, 3) }
    }
  ])
  const pair = { rank: 1, one: idOf('esa'), other: idOf('nasa'), common: 2, union: 4, jaccard: 0.5 }
  assert.deepEqual(overlap, { totalItems: 1, items: [pair] })
  assert.deepEqual(metadata, {
    ...{ audience_size: 2, missing: [] },
    coverage: { profiles: 1, follows_known: 0, posts_known: 0, engagements_known: 0 },
    ...{ sample_size: 20_000, pull_strategy: 'random', sample_seed: 2017, overlap_accounts: 2 },
    activity_as_of: '2017-06-01T00:00:00.000Z'
  })
})

test('a ranking is as long as asked, and still says how many there are', async t => {
  const { body } = await runJob(followerBreakdown, await world(t, readers), { ids: ['nasa'], limit: 1 })

  assert.deepEqual((body as Body).together.top_hashtags, { totalItems: 2, items: [term('moon', 1, 2, 2)] })
})

test('too few people are not described, neither together nor in one account; who follows is public and stays exact', async t => {
  const privacy = { minAuthors: 2, minTotal: 2, roundTo: 1, jitterKey: '' }
  const warehouse = await world(t, { ...readers, posts: readers.posts?.slice(0, 1) ?? [] })

  const { body } = await runJob(followerBreakdown, warehouse, { ids: ['nasa', 'esa'] }, { privacy })

  const { together, accounts, overlap } = body as Body
  const redacted = {
    ...silent,
    ...{ device: {}, os: {}, language: {}, activity: {} },
    ...{ top_domains: noTerms, top_hashtags: noTerms, top_mentions: noTerms }
  }
  const nothingOf = (of: number) => {
    const nothing = { of, redacted: true }
    return {
      ...silentCoverage(of),
      ...{ language: nothing, device: nothing, os: nothing, activity: nothing },
      ...{ top_domains: nothing, top_hashtags: nothing, top_mentions: nothing }
    }
  }
  const size = { n: 3, redacted: false }
  assert.deepEqual(together, {
    ...{ audienceSize: 4, ...redacted, size: { '0-99': 0.666667 } },
    _coverage: { ...nothingOf(4), size: { ...size, of: 4, unnamed: 0.333333 } }
  })
  assert.deepEqual(
    accounts.map(account => [account.audienceSize, account.size, account._coverage.size]),
    [
      [3, {}, { n: 2, of: 3, unnamed: 1, redacted: false }],
      [3, { '0-99': 0.666667 }, { ...size, of: 3, unnamed: 0.333333 }]
    ]
  )
  assert.deepEqual(
    accounts.map(account => [account.language, account.top_hashtags]),
    [
      [{}, redacted.top_hashtags],
      [{}, redacted.top_hashtags]
    ]
  )
  assert.equal((overlap as { items: { common: number }[] }).items[0]?.common, 2)
})

test('a sample says so: it looks at so many people, always the same, and gives each share an interval', async t => {
  const people = Array.from({ length: 40 }, (_, index) => `person${index}`)
  const warehouse = await world(t, {
    follows: people.map(person => [person, 'nasa'] as const),
    posts: people.map((author, index) => ({ author, language: index % 4 === 0 ? 'fr' : 'en' }))
  })
  const request = { ids: ['nasa'], sample_size: 20 }

  const first = await runJob(followerBreakdown, warehouse, request)
  const { together } = first.body as Body

  assert.deepEqual(await runJob(followerBreakdown, warehouse, request), first)
  assert.equal(together.audienceSize, 40)
  const { n, of, interval } = together._coverage.language as {
    n: number
    of: number
    interval: Record<string, number[]>
  }
  assert.deepEqual([n, of], [20, 20])
  const [low = 1, high = 0] = interval.en ?? []
  assert.ok(low < 0.75 && high > 0.75)
})

test('the most recent follows can be asked for, and are no random sample: no interval', async t => {
  const warehouse = await world(t, {
    follows: [['old', 'nasa']],
    posts: [
      { author: 'old', language: 'en' },
      { author: 'new', language: 'fr' }
    ]
  })
  const newer = [idOf('nasa'), idOf('new'), String(worldTime + 1), '2'].join('\t')
  const columns = ['followee', 'follower', 'observed_at', 'import_id']
  await warehouse.insert('followers', columns, 'TabSeparated', Buffer.from(`${newer}\n`))

  const request = { ids: ['nasa'], sample_size: 1, pull_strategy: 'recent' }
  const { body } = await runJob(followerBreakdown, warehouse, request)

  const { together } = body as Body
  assert.deepEqual(together.language, { fr: 1 })
  assert.deepEqual(together._coverage.language, { n: 1, of: 1, redacted: false })
})

test('an account without known followers has an audience of 0', async t => {
  const { body, metadata } = await runJob(followerBreakdown, await world(t, { profiles: ['ann'] }), {
    ids: ['ann', 'nobody']
  })
  const { accounts } = body as Body
  assert.deepEqual(
    accounts.map(account => [account.id, account.audienceSize, account._coverage.language]),
    [[idOf('ann'), 0, { of: 0, redacted: true }]]
  )
  assert.deepEqual(metadata.missing, [idOf('nobody')])
})
