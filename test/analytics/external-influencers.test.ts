import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidRequest } from '../../src/errors.ts'
import externalInfluencers from '../../src/jobs/catalog/external-influencers.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, populate, type WorldContents, world } from '../support/world.ts'

type Item = Record<string, unknown> & { id: string }
type Body = { benchmark: object; externalInfluencerRanking: { totalItems: number; items: Item[] } }
const members = ['ann', 'bob', 'cat', 'dan']

// All four members follow nasa and half of them pop; of ten others one follows nasa and nine follow pop.
const stargazers: WorldContents = {
  profiles: ['nasa', ...members],
  follows: [
    ...members.map(member => [member, 'nasa'] as const),
    ['ann', 'pop'],
    ['bob', 'pop'],
    ['other0', 'nasa'],
    ...Array.from({ length: 9 }, (_, index) => [`other${index + 1}`, 'pop'] as const)
  ]
}

test('whom an audience follows more than the others do comes first, corrected for popularity (docs/methods.md)', async t => {
  const { body, metadata } = await runJob(externalInfluencers, await world(t, stargazers), { ids: members })

  assert.deepEqual((body as Body).benchmark, { group: 'corpus', people_following: 10, people_engaging: 0 })
  assert.deepEqual((body as Body).externalInfluencerRanking, {
    totalItems: 2,
    items: [
      {
        id: idOf('nasa'),
        displayName: 'nasa',
        handle: 'nasa',
        rank: 1,
        score: 1.826,
        followers_in_audience: 4,
        followers_in_benchmark: 1,
        share_of_audience: 1,
        share_of_benchmark: 0.1,
        lift: 10,
        log_odds_z: 1.826,
        engaged_in_audience: 0,
        engaged_in_benchmark: 0,
        mentions_in_audience: 0,
        shares_in_audience: 0
      }
    ]
  })
  assert.deepEqual(metadata, {
    audience_size: 4,
    missing: [],
    coverage: { profiles: 4, follows_known: 4, posts_known: 0, engagements_known: 0 },
    evidence: ['follows'],
    people_following: 4,
    people_engaging: 0,
    least_support: { followers_in_audience: 1, engaged_in_audience: 1 }
  })
})

test('the same import twice changes no count', async t => {
  const warehouse = await world(t, stargazers)
  const once = await runJob(externalInfluencers, warehouse, { ids: members })
  await populate(warehouse, stargazers, 2)
  assert.deepEqual(await runJob(externalInfluencers, warehouse, { ids: members }), once)
})

test('an audience known only by its interactions gets an answer all the same', async t => {
  const warehouse = await world(t, {
    interactions: [
      { from: 'ann', to: 'nasa', type: 'mention' },
      { from: 'ann', to: 'nasa', type: 'reply' },
      { from: 'bob', to: 'nasa', type: 'retweet' },
      { from: 'bob', to: 'twitter:@esa', type: 'quote' },
      { from: 'other', to: 'pop', type: 'like' },
      { from: 'another', to: 'pop', type: 'mention' }
    ]
  })

  const { body, metadata } = await runJob(externalInfluencers, warehouse, { ids: ['ann', 'bob'] })

  assert.deepEqual(metadata.evidence, ['engagement'])
  const counts = {
    followers_in_audience: 0,
    followers_in_benchmark: 0,
    engaged_in_benchmark: 0
  }
  assert.deepEqual((body as Body).externalInfluencerRanking.items, [
    {
      ...{ id: idOf('nasa'), rank: 1, score: 0.8127, ...counts, engaged_in_audience: 2 },
      ...{ mentions_in_audience: 2, shares_in_audience: 1, engagement_log_odds_z: 0.8127 }
    },
    {
      ...{ id: 'twitter:@esa', handle: 'esa', rank: 2, score: 0.4697, ...counts, engaged_in_audience: 1 },
      ...{ mentions_in_audience: 0, shares_in_audience: 1, engagement_log_odds_z: 0.4697 }
    }
  ])
})

test('with follows and engagement known, the score weighs both z by the members behind them', async t => {
  const warehouse = await world(t, {
    ...stargazers,
    interactions: [
      { from: 'ann', to: 'nasa' },
      { from: 'other1', to: 'pop' }
    ]
  })
  const { body } = await runJob(externalInfluencers, warehouse, { ids: members })
  const [nasa] = (body as Body).externalInfluencerRanking.items
  // Four members follow somebody, one engages: √4 and √1.
  const z = 2 * Number(nasa?.log_odds_z) + Number(nasa?.engagement_log_odds_z)
  assert.equal(Number(nasa?.engagement_log_odds_z) > 0, true)
  assert.ok(Math.abs(Number(nasa?.score) - z / Math.sqrt(5)) < 1e-4)
})

test('another execution can be the benchmark: its ids, without the members', async t => {
  const idsOfExecution = async (execution: string) =>
    execution === 'theirs' ? [idOf('ann'), ...[0, 1, 2].map(number => idOf(`other${number}`))] : undefined
  const warehouse = await world(t, stargazers)
  const request = { ids: members, benchmark: { group: 'execution', key: 'theirs' } }

  const { body } = await runJob(externalInfluencers, warehouse, request, { idsOfExecution })

  const { benchmark, externalInfluencerRanking } = body as Body
  assert.deepEqual(benchmark, { group: 'execution', key: 'theirs', people_following: 3, people_engaging: 0 })
  assert.deepEqual(
    externalInfluencerRanking.items.map(item => [item.id, item.followers_in_benchmark, item.lift]),
    [[idOf('nasa'), 1, 3]]
  )
  const unknown = { ids: members, benchmark: { group: 'execution', key: 'gone' } }
  await assert.rejects(runJob(externalInfluencers, warehouse, unknown, { idsOfExecution }), InvalidRequest)
})

test('a service as the benchmark compares its own people and accounts only', async t => {
  const elsewhere = Array.from(
    { length: 5 },
    (_, index) => [`mastodon:m${index}@a.social`, 'mastodon:star@a.social'] as const
  )
  const warehouse = await world(t, { follows: [...(stargazers.follows ?? []), ...elsewhere] })
  const request = { ids: [...members, 'mastodon:m0@a.social'], benchmark: { group: 'service', key: 'twitter' } }

  const { body } = await runJob(externalInfluencers, warehouse, request)

  const { benchmark, externalInfluencerRanking } = body as Body
  assert.deepEqual(benchmark, { group: 'service', key: 'twitter', people_following: 10, people_engaging: 0 })
  assert.deepEqual(
    externalInfluencerRanking.items.map(item => [item.id, item.score]),
    [[idOf('nasa'), 1.826]]
  )
  const unclear = { ...request, benchmark: { group: 'service' } }
  await assert.rejects(runJob(externalInfluencers, warehouse, unclear), InvalidRequest)
})

test('of ten members or more, one alone does not put an account on the list', async t => {
  const people = Array.from({ length: 12 }, (_, index) => `person${index}`)
  const warehouse = await world(t, {
    follows: [
      ...people.map((person, index) => [person, `friend${index}`] as const),
      ['person0', 'club'],
      ['person1', 'club'],
      ...[0, 1, 2].map(index => [`other${index}`, 'pop'] as const)
    ]
  })
  const { body } = await runJob(externalInfluencers, warehouse, { ids: people })
  const { totalItems, items } = (body as Body).externalInfluencerRanking
  assert.deepEqual([totalItems, items.map(item => item.id)], [1, [idOf('club')]])
})

test('an audience that is everybody has nobody to be compared with', async t => {
  const ids = [...members, ...Array.from({ length: 10 }, (_, index) => `other${index}`)] as ProfileId[]
  const { body, metadata } = await runJob(externalInfluencers, await world(t, stargazers), { ids })
  assert.deepEqual((body as Body).externalInfluencerRanking, { totalItems: 2, items: [] })
  assert.deepEqual(metadata.evidence, [])
})
