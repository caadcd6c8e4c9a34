import assert from 'node:assert/strict'
import { test } from 'node:test'
import analyzePublicProfiles from '../../src/jobs/catalog/analyze-public-profiles.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, world, worldTime } from '../support/world.ts'

/** What is said of every enriched profile. */
const always = { spam: false, adult: false, interestingness: 0, version: '5' }

const evidence = [{ trait: 'given_name', value: 'Ann', confidence: 0.9, from: 'name' }]

test('a profile comes back as documented, with what its posts tell', async t => {
  const warehouse = await world(t, {
    profiles: [
      {
        ...{ id: 'twitter:7', handle: 'ann', name: 'Dr. Ann Lee', summary: 'Hello', location: 'Boston', lang: 'en' },
        ...{ url: 'https://example.org', image: 'https://example.org/a.png', published: Date.UTC(2010, 0, 2) },
        ...{ verified: false, protected: false, followers: 10, friends: 20, statuses: 30, listed: 0, favourites: 5 },
        ...{
          influence: 12.5,
          givenName: 'Ann',
          familyName: 'Lee',
          honorificPrefix: 'Dr.',
          nameConfidence: 0.9,
          evidence
        }
      }
    ],
    accounts: [{ id: 'esa', handle: 'ESA' }],
    posts: [
      {
        ...{ author: 'twitter:7', language: 'en', device: 'mobile', os: 'ios', domains: ['b.org', 'a.org'] },
        ...{ hashtags: ['Zoo', 'moon'], mentions: [{ id: idOf('esa'), handle: null }], createdAt: worldTime }
      },
      {
        ...{ author: 'twitter:7', language: 'en', device: 'desktop', os: 'mac', domains: ['a.org'] },
        ...{ hashtags: ['MOON'], mentions: [{ id: null, handle: 'Nobody' }], createdAt: worldTime + 2 * 86_400_000 }
      },
      { author: 'twitter:7', language: 'fr', createdAt: worldTime + 86_400_000 },
      { author: 'twitter:7', language: '', createdAt: worldTime + 86_400_000 }
    ]
  })

  const { body, metadata } = await runJob(analyzePublicProfiles, warehouse, { ids: ['twitter:7'] })

  assert.deepEqual(body, {
    'twitter:7': {
      id: 'twitter:7',
      type: 'profile',
      service_id: '7',
      provider: { id: 'twitter' },
      name: 'Dr. Ann Lee',
      handle: 'ann',
      summary: 'Hello',
      location: 'Boston',
      lang: 'en',
      url: 'https://example.org',
      image: { url: 'https://example.org/a.png' },
      published: '2010-01-02T00:00:00.000Z',
      protected: false,
      twitter: {
        favourites_count: 5,
        followers_count: 10,
        friends_count: 20,
        listed_count: 0,
        statuses_count: 30,
        verified: false
      },
      enrichments: {
        ...{ ...always, influence: 12.5, timestamp: '2017-06-01T00:00:00.000Z' },
        psychographics: { languages: { en: 0.666667, fr: 0.333333 }, top_languages: ['en', 'fr'] },
        vcard: { name: { given_name: 'Ann', family_name: 'Lee', fn: 'Dr. Ann Lee', honorific_prefix: 'Dr.' } },
        _evidence: { given_name: { value: 'Ann', confidence: 0.9, from: 'name' } }
      },
      posts: {
        count: 4,
        devices: { desktop: 0.5, mobile: 0.5 },
        os: { ios: 0.5, mac: 0.5 },
        activity: { first_post: '2017-06-01T00:00:00.000Z', last_post: '2017-06-03T00:00:00.000Z', posts_per_day: 2 },
        top_domains: ['a.org', 'b.org'],
        top_hashtags: ['moon', 'zoo'],
        top_mentions: ['ESA', 'nobody']
      }
    }
  })
  assert.deepEqual(metadata, {
    audience_size: 1,
    missing: [],
    known_without_profile: 0,
    coverage: { profiles: 1, follows_known: 0, posts_known: 1, engagements_known: 0 }
  })
})

test('what a source did not say is left out, never null', async t => {
  const warehouse = await world(t, { profiles: [{ id: 'twitter:7', influence: 0 }] })
  const { body } = await runJob(analyzePublicProfiles, warehouse, { ids: ['twitter:7'] })
  assert.deepEqual(body, {
    'twitter:7': {
      ...{ id: 'twitter:7', type: 'profile', service_id: '7', provider: { id: 'twitter' } },
      enrichments: { ...always, timestamp: '2017-06-01T00:00:00.000Z' }
    }
  })
})

test('of a protected account only the profile is shown', async t => {
  const warehouse = await world(t, {
    profiles: [{ id: 'twitter:7', protected: true, influence: 3 }],
    posts: [{ author: 'twitter:7', hashtags: ['secret'] }]
  })
  const { body } = await runJob(analyzePublicProfiles, warehouse, { ids: ['twitter:7'] })
  assert.deepEqual(body, {
    'twitter:7': {
      ...{ id: 'twitter:7', type: 'profile', service_id: '7', provider: { id: 'twitter' }, protected: true },
      enrichments: { ...always, influence: 3, timestamp: '2017-06-01T00:00:00.000Z' }
    }
  })
})

test('ids without a profile are missing, and those of which at least the name is known are counted', async t => {
  const warehouse = await world(t, { profiles: ['ann'], accounts: [{ id: 'bob' }] })
  const { body, metadata } = await runJob(analyzePublicProfiles, warehouse, { ids: ['ann', 'bob', 'nobody'] })
  assert.deepEqual(Object.keys(body), [idOf('ann')])
  assert.deepEqual(metadata, {
    audience_size: 1,
    missing: [idOf('bob'), idOf('nobody')],
    known_without_profile: 1,
    coverage: { profiles: 1, follows_known: 0, posts_known: 0, engagements_known: 0 }
  })
})

test('the newest observation of a profile wins', async t => {
  const warehouse = await world(t, {
    profiles: [
      { id: 'twitter:7', name: 'New', observedAt: worldTime + 1, influence: 2 },
      { id: 'twitter:7', name: 'Old', observedAt: worldTime, influence: 1 }
    ]
  })
  const { body } = await runJob(analyzePublicProfiles, warehouse, { ids: ['twitter:7'] })
  const profile = (body as Record<string, { name: string; enrichments: object }>)['twitter:7']
  assert.deepEqual(
    [profile?.name, profile?.enrichments],
    ['New', { ...always, influence: 2, timestamp: '2017-06-01T00:00:00.001Z' }]
  )
})
