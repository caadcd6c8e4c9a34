import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { planStrategy, runStrategy } from '../../../../test/jobs/run-strategy.ts'
import { world } from '../../../../test/support/world.ts'

/** Six people, of whom three write of the cloud. */
function writers(t: TestContext) {
  return world(t, {
    profiles: [
      { id: 'ann', country: 'US', gender: 'female' },
      { id: 'bob', country: 'US', gender: 'male' },
      { id: 'cat', country: 'US', gender: 'female' },
      { id: 'dan', country: 'GB', gender: 'male' },
      { id: 'eve', country: 'GB', gender: 'female' },
      { id: 'fay', country: 'GB' }
    ],
    posts: [
      ...['ann', 'bob', 'eve'].map(author => ({ author, text: 'the cloud' })),
      { author: 'ann', text: 'the cloud again' },
      ...['cat', 'dan', 'fay'].map(author => ({ author, text: 'the weather' }))
    ]
  })
}

const cloud = { keywords: { any: ['cloud'] } }

test('audience_breakdown tells the segments of each dimension, how engaged each is, and how many of it are active', async t => {
  const { result, spawned, steps } = await runStrategy(await writers(t), 'audience_breakdown', {
    ...cloud,
    dimensions: ['country', 'genders']
  })
  assert.deepEqual(result, {
    redacted: false,
    country: {
      redacted: false,
      interactions: 4,
      unique_authors: 3,
      segments: [
        // (2 of 3) ÷ (3 of 6), and (1 of 3) ÷ (3 of 6).
        { country: 'united states', interactions: 3, unique_authors: 2, engagement_ratio: 1.3333, active_audience: 3 },
        { country: 'united kingdom', interactions: 1, unique_authors: 1, engagement_ratio: 0.6667, active_audience: 3 }
      ]
    },
    genders: {
      redacted: false,
      interactions: 4,
      unique_authors: 3,
      segments: [
        { gender: 'female', interactions: 3, unique_authors: 2, engagement_ratio: 1.3333, active_audience: 3 },
        { gender: 'male', interactions: 1, unique_authors: 1, engagement_ratio: 1, active_audience: 2 }
      ]
    }
  })
  assert.deepEqual(
    spawned.map(({ name, parameters }) => [name, parameters.parameters]),
    [
      ['Audience', { target: 'li.user.member.country', threshold: 200 }],
      ['Baseline', { target: 'li.user.member.country', threshold: 200 }],
      ['Audience', { target: 'li.user.member.gender', threshold: 200 }],
      ['Baseline', { target: 'li.user.member.gender', threshold: 200 }]
    ]
  )
  assert.deepEqual(steps.at(-1), [4, 4])
})

test('groups are compared to the same baseline, asked once a dimension', async t => {
  const groups = { custom: { Women: { audience: { gender: 'female' } }, Men: { audience: { gender: 'male' } } } }
  const { result, spawned, totalSteps, steps } = await runStrategy(await writers(t), 'audience_breakdown', {
    ...cloud,
    groups,
    dimensions: ['countries']
  })
  const tell = (country: string, authors: number, ratio: number, active: number) => {
    const counts = { interactions: authors, unique_authors: authors }
    return { country, ...counts, engagement_ratio: ratio, active_audience: active }
  }
  assert.deepEqual(result.groups, {
    Women: {
      redacted: false,
      countries: {
        redacted: false,
        interactions: 3,
        unique_authors: 2,
        segments: [{ ...tell('united kingdom', 1, 1, 3) }, { ...tell('united states', 1, 1, 3), interactions: 2 }]
      }
    },
    Men: {
      redacted: false,
      countries: {
        redacted: false,
        interactions: 1,
        unique_authors: 1,
        segments: [tell('united states', 1, 2, 3)]
      }
    }
  })
  assert.deepEqual([totalSteps, spawned.length, steps.at(-1)], [3, 3, [3, 3]])
})

test('an audience that is too small is redacted after one analysis, a dimension of which nothing is known by itself', async t => {
  const warehouse = await writers(t)
  const privacy = { minAuthors: 2, minTotal: 4, roundTo: 1, jitterKey: '' }
  const dimensions = ['seniorities', 'country']
  const small = await runStrategy(warehouse, 'audience_breakdown', { ...cloud, dimensions }, { privacy })
  assert.deepEqual([small.result, small.spawned.length, small.steps.at(-1)], [{ redacted: true }, 1, [4, 4]])

  const { result, spawned } = await runStrategy(warehouse, 'audience_breakdown', { ...cloud, dimensions })
  assert.deepEqual(result.seniorities, { redacted: true, interactions: 4, unique_authors: 3, segments: [] })
  assert.equal(result.redacted, false)
  assert.equal(spawned.length, 3)
})

test('five dimensions are told where none are asked for: for LinkedIn also what its members state', () => {
  assert.equal(planStrategy('audience_breakdown', cloud).totalSteps, 10)
  assert.equal(planStrategy('audience_breakdown', cloud, { service: 'linkedin' }).totalSteps, 10)
  assert.equal(planStrategy('audience_breakdown', cloud, { off: ['place'] }).totalSteps, 6)
})
