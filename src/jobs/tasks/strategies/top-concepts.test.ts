import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { runStrategy } from '../../../../test/jobs/run-strategy.ts'
import { world } from '../../../../test/support/world.ts'

/** Four Americans who all write of science, two with a hashtag; ten Britons of whom one does. */
function writers(t: TestContext) {
  const americans = ['ann', 'bob', 'cat', 'dan']
  const britons = Array.from({ length: 10 }, (_, at) => `briton${at}`)
  return world(t, {
    profiles: [...americans.map(id => ({ id, country: 'US' })), ...britons.map(id => ({ id, country: 'GB' }))],
    posts: [
      ...americans.map((author, at) => ({ author, interests: ['science'], hashtags: at < 2 ? ['Moon'] : [] })),
      ...britons.map((author, at) => ({
        author,
        interests: at === 0 ? ['science'] : [],
        hashtags: at > 0 ? ['Moon'] : []
      }))
    ]
  })
}

const americans = { audience: { countries: ['united states'] }, comparison_audience: 'global' }

test('top_concepts ranks hashtags and interests together, with how relevant each is', async t => {
  const { result, spawned, totalSteps } = await runStrategy(await writers(t), 'top_concepts', americans)
  assert.deepEqual(result, {
    redacted: false,
    interactions: 4,
    unique_authors: 4,
    concepts: [
      {
        concept_type: 'interest',
        concept_name: 'science',
        interactions: 4,
        unique_authors: 4,
        // (4 of 4) ÷ (5 of 14); the relevance is the z that docs/methods.md computes for 4 of 4 against 1 of 10.
        engagement_ratio: 2.8,
        relevance: 1.826
      },
      {
        concept_type: 'hashtag',
        concept_name: 'moon',
        interactions: 2,
        unique_authors: 2,
        engagement_ratio: 0.6364,
        relevance: -0.9577
      }
    ]
  })
  assert.deepEqual([totalSteps, spawned.length], [6, 6])
})

test('without the trait of interests concepts are hashtags', async t => {
  const { result, totalSteps } = await runStrategy(await writers(t), 'top_concepts', americans, { off: ['interests'] })
  const concepts = result.concepts as { concept_name: string }[]
  assert.deepEqual(
    concepts.map(({ concept_name }) => concept_name),
    ['moon']
  )
  assert.equal(totalSteps, 3)
})

test('content is selected by concepts of either kind, under the names that rows show', async t => {
  const warehouse = await writers(t)
  const authors = async (concepts: object) => {
    const { result } = await runStrategy(warehouse, 'top_concepts', { concepts, comparison_audience: 'global' })
    return result.unique_authors
  }
  assert.equal(await authors({ any: ['science', 'Moon'] }), 14)
  assert.equal(await authors({ all: ['science', 'Moon'] }), 2)
  assert.equal(await authors({ any: ['science'], none: ['Moon'] }), 3)
})

test('concepts are sorted by relevance on request', async t => {
  const { result } = await runStrategy(await writers(t), 'top_concepts', { ...americans, sort_by: 'relevance' })
  const concepts = result.concepts as { relevance: number }[]
  assert.deepEqual(
    concepts.map(({ relevance }) => relevance),
    [1.826, -0.9577]
  )
})
