import assert from 'node:assert/strict'
import { test } from 'node:test'
import audienceInfluencers from '../../src/jobs/catalog/audience-influencers.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, world } from '../support/world.ts'

const ann = { id: idOf('ann'), displayName: 'ann', handle: 'ann' }
const bob = { id: idOf('bob'), displayName: 'bob', handle: 'bob' }
const cat = { id: idOf('cat'), displayName: 'cat', handle: 'cat' }

test('an audience ranks its members by whom it follows, mentions and shares (docs/methods.md)', async t => {
  const warehouse = await world(t, {
    profiles: ['ann', 'bob', 'cat'],
    follows: [
      ['ann', 'bob'],
      ['cat', 'bob'],
      ['bob', 'cat']
    ],
    interactions: [{ from: 'ann', to: 'cat' }]
  })

  const { body, metadata } = await runJob(audienceInfluencers, warehouse, { ids: ['cat', 'ann', 'bob', 'nobody'] })

  assert.deepEqual(body, {
    audience: { totalItems: 3, items: [ann, bob, cat] },
    audienceInfluencerRanking: {
      totalItems: 2,
      items: [
        {
          ...bob,
          rank: 1,
          score: 100,
          followers_in_audience: 2,
          mentions_in_audience: 0,
          shares_in_audience: 0,
          people_engaging: 0,
          pagerank: 0.47708172
        },
        {
          ...cat,
          rank: 2,
          score: 99.5627,
          followers_in_audience: 1,
          mentions_in_audience: 1,
          shares_in_audience: 0,
          people_engaging: 1,
          pagerank: 0.47291828
        }
      ]
    }
  })
  assert.deepEqual(metadata, {
    audience_size: 3,
    missing: [idOf('nobody')],
    coverage: { profiles: 3, follows_known: 3, posts_known: 0, engagements_known: 1 }
  })
})

test('replies count as mentions, retweets and quotes as shares, likes as neither', async t => {
  const warehouse = await world(t, {
    interactions: [
      { from: 'ann', to: 'bob', type: 'reply' },
      { from: 'ann', to: 'bob', type: 'mention' },
      { from: 'cat', to: 'bob', type: 'retweet' },
      { from: 'cat', to: 'bob', type: 'quote' },
      { from: 'bob', to: 'ann', type: 'like' },
      { from: 'ann', to: 'outsider', type: 'reply' }
    ]
  })

  const { body } = await runJob(audienceInfluencers, warehouse, { ids: ['ann', 'bob', 'cat'] })

  const [first, ...others] = (body as { audienceInfluencerRanking: { items: object[] } }).audienceInfluencerRanking
    .items
  assert.deepEqual(others, [])
  assert.deepEqual(first, {
    id: bob.id,
    rank: 1,
    score: 100,
    followers_in_audience: 0,
    mentions_in_audience: 2,
    shares_in_audience: 2,
    people_engaging: 2,
    pagerank: 0.57446809
  })
})

test('equals stand in the order of their ids as numbers, and the limit cuts the list, not its total', async t => {
  const ids = ['twitter:9', 'twitter:10', 'twitter:111']
  const warehouse = await world(t, {
    follows: ids.map((id, index) => [id, ids[(index + 1) % ids.length] ?? ''] as const)
  })

  const { body } = await runJob(audienceInfluencers, warehouse, { ids, limit: 2 })

  const ranking = (body as { audienceInfluencerRanking: { totalItems: number; items: { id: string }[] } })
    .audienceInfluencerRanking
  assert.deepEqual([ranking.totalItems, ranking.items.map(item => item.id)], [3, ['twitter:9', 'twitter:10']])
})

test('an audience of which nothing is known has an empty ranking', async t => {
  const { body, metadata } = await runJob(audienceInfluencers, await world(t), { ids: ['ann'] })
  assert.deepEqual(body, {
    audience: { totalItems: 0, items: [] },
    audienceInfluencerRanking: { totalItems: 0, items: [] }
  })
  assert.deepEqual(metadata.missing, [ann.id])
})
