import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { nextMidnight, runStrategy } from '../../../../test/jobs/run-strategy.ts'
import { world } from '../../../../test/support/world.ts'

function writers(t: TestContext) {
  return world(t, {
    profiles: [
      { id: 'ann', country: 'US' },
      { id: 'bob', country: 'US' },
      { id: 'dan', country: 'GB' }
    ],
    posts: [
      { author: 'ann', text: 'The cloud and the machine' },
      { author: 'ann', text: 'the cloud, again' },
      { author: 'bob', text: 'a machine learning to cook' },
      { author: 'dan', text: 'a cloud' },
      { author: 'dan', text: 'cloud job, hiring now' },
      { author: 'bob', text: 'rain' }
    ]
  })
}

test('top_terms counts the words under any and all; none takes content away and is not counted', async t => {
  const { result, spawned, totalSteps, steps } = await runStrategy(await writers(t), 'top_terms', {
    topics: {
      tech: { any: ['cloud', 'machine learning', 'machine'], none: ['hiring'] },
      both: { any: ['cloud'], all: ['machine'] },
      quiet: { any: ['unheard of'] }
    }
  })
  assert.deepEqual(result, {
    redacted: false,
    topics: {
      tech: {
        redacted: false,
        terms: [
          { term: 'cloud', interactions: 3, unique_authors: 2 },
          { term: 'machine', interactions: 2, unique_authors: 2 },
          { term: 'machine learning', interactions: 1, unique_authors: 1 }
        ]
      },
      both: {
        redacted: false,
        terms: [
          { term: 'cloud', interactions: 1, unique_authors: 1 },
          { term: 'machine', interactions: 1, unique_authors: 1 }
        ]
      },
      quiet: { redacted: true, terms: [] }
    }
  })
  assert.deepEqual([totalSteps, spawned.length, steps.at(-1)], [6, 6, [6, 6]])
  assert.deepEqual(spawned[0], {
    name: 'Term',
    filter:
      'li.all.content contains_any "cloud,machine learning,machine" and not li.all.content contains_any "hiring" and li.all.content contains_any "cloud"',
    start: nextMidnight - 28 * 86_400,
    end: nextMidnight,
    parameters: { analysis_type: 'timeSeries', parameters: { interval: 'day', span: 28 } }
  })
})

test('all topics are restricted to an audience and a common topic', async t => {
  const { result } = await runStrategy(await writers(t), 'top_terms', {
    topics: { tech: { any: ['cloud'] } },
    audience: { countries: ['united states'] },
    keywords: { any: ['again'] },
    period: 1
  })
  const terms = [{ term: 'cloud', interactions: 1, unique_authors: 1 }]
  assert.deepEqual(result, { redacted: false, topics: { tech: { redacted: false, terms } } })
})

test('a term of too few people is not told', async t => {
  const privacy = { minAuthors: 2, minTotal: 2, roundTo: 2, jitterKey: '' }
  const topics = { tech: { any: ['cloud', 'rain'] }, quiet: { any: ['rain'] } }
  const { result } = await runStrategy(await writers(t), 'top_terms', { topics }, { privacy })
  assert.deepEqual(result, {
    redacted: false,
    topics: {
      tech: { redacted: false, terms: [{ term: 'cloud', interactions: 4, unique_authors: 2 }] },
      quiet: { redacted: true, terms: [] }
    }
  })
})
