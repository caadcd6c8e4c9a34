import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runStrategy } from '../../../../test/jobs/run-strategy.ts'
import { world } from '../../../../test/support/world.ts'

test('top_domains ranks the sites that an audience links to', async t => {
  const warehouse = await world(t, {
    profiles: [
      { id: 'ann', gender: 'female' },
      { id: 'bob', gender: 'male' },
      { id: 'cat', gender: 'female' }
    ],
    posts: [
      ...['ann', 'bob', 'cat'].map(author => ({ author, urls: ['https://www.news.example/a'] })),
      ...['ann', 'cat'].map(author => ({ author, urls: ['https://blog.example/', 'https://news.example/b'] }))
    ]
  })
  const { result } = await runStrategy(warehouse, 'top_domains', {
    audience: { gender: ['female'] },
    comparison_audience: 'global'
  })
  assert.deepEqual(result, {
    redacted: false,
    interactions: 4,
    unique_authors: 2,
    domains: [
      { domain: 'blog.example', interactions: 2, unique_authors: 2, engagement_ratio: 1.5 },
      { domain: 'news.example', interactions: 4, unique_authors: 2, engagement_ratio: 1 }
    ]
  })
})
