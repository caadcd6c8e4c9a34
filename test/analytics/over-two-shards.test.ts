import assert from 'node:assert/strict'
import { test } from 'node:test'
import analyzePublicProfiles from '../../src/jobs/catalog/analyze-public-profiles.ts'
import audienceInfluencers from '../../src/jobs/catalog/audience-influencers.ts'
import externalInfluencers from '../../src/jobs/catalog/external-influencers.ts'
import followerBreakdown from '../../src/jobs/catalog/follower-breakdown.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { warehouseEngines } from '../support/engines.ts'
import { runJob } from '../support/run-job.ts'
import { idOf, populate, type WorldContents } from '../support/world.ts'

const contents: WorldContents = {
  profiles: ['ann', 'bob', { id: 'cat', followers: 500 }],
  follows: [
    ...['ann', 'bob', 'cat'].flatMap(member => [[member, 'nasa'] as const, [member, 'ann'] as const]),
    ['dan', 'pop'],
    ['eve', 'pop'],
    ['eve', 'ann'],
    ['eve', 'bob']
  ],
  posts: [
    { author: 'ann', hashtags: ['moon'], device: 'mobile', os: 'ios', domains: ['a.org'] },
    { author: 'cat', hashtags: ['moon'], mentions: [{ id: idOf('nasa'), handle: null }] },
    { author: 'eve', language: 'fr' }
  ],
  interactions: [
    { from: 'ann', to: 'nasa' },
    { from: 'bob', to: 'cat', type: 'retweet' },
    { from: 'dan', to: 'pop', type: 'like' }
  ]
}

async function everyAnswer(warehouse: Warehouse) {
  const ids = ['ann', 'bob', 'cat', 'nobody']
  const others = async () => [idOf('dan'), idOf('eve')]
  const benchmark = { group: 'execution', key: 'others' }
  return {
    profiles: await runJob(analyzePublicProfiles, warehouse, { ids }),
    inner: await runJob(audienceInfluencers, warehouse, { ids }),
    external: await runJob(externalInfluencers, warehouse, { ids, benchmark }, { idsOfExecution: others }),
    breakdown: await runJob(followerBreakdown, warehouse, { ids }),
    sampled: await runJob(followerBreakdown, warehouse, { ids, sample_size: 2 })
  }
}

test('every report says the same in the process, on a server and over a cluster', async t => {
  const [first, ...others] = warehouseEngines
  if (!first) throw new Error('there is no engine to test')
  const here = await first.open(t)
  await populate(here, contents)
  const expected = await everyAnswer(here)
  assert.ok(Object.keys(expected.profiles.body).length === 3)

  for (const engine of others) {
    const warehouse = await engine.open(t)
    await populate(warehouse, contents)
    assert.deepEqual(await everyAnswer(warehouse), expected, engine.name)
  }
})

test('against the whole corpus, a cluster counts the same followers', async t => {
  for (const engine of warehouseEngines) {
    const warehouse = await engine.open(t)
    await populate(warehouse, contents)
    const { body } = await runJob(externalInfluencers, warehouse, { ids: ['ann', 'bob', 'cat'] })
    const { items } = (body as { externalInfluencerRanking: { items: Record<string, unknown>[] } })
      .externalInfluencerRanking
    const counted = items.map(item => [item.id, item.followers_in_audience, item.followers_in_benchmark])
    // Both shards of the test's cluster are one table: the prepared count of nasa's followers is 6 there, 3 of them members.
    assert.deepEqual(counted, [[idOf('nasa'), 3, engine.isDoubled ? 3 : 0]], engine.name)
  }
})
