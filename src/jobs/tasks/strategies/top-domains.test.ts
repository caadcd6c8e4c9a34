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
      ...['ann', 'bob', 'cat'].map(author => ({ author, domains: ['news.example'] })),
      ...['ann', 'cat'].map(author => ({ author, domains: ['blog.example', 'news.example'] }))
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

test('without the trait of domains there is no top_domains', async t => {
  const question = { audience: { gender: ['female'] }, comparison_audience: 'global' }
  await assert.rejects(runStrategy(await world(t), 'top_domains', question, { off: ['domains'] }), {
    message: 'top_domains rests on the target li.all.articles.domain, which is switched off on this server'
  })
})
