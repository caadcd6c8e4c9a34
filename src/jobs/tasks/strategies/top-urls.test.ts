import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { nextMidnight, runStrategy } from '../../../../test/jobs/run-strategy.ts'
import { world } from '../../../../test/support/world.ts'

const article = 'https://news.example/a'
const essay = 'https://blog.example/an,"odd"\\one'

/** Three Americans and three Britons; everybody but Fay links to the article or the essay, some to both. */
function linkers(t: TestContext) {
  const from = (country: string) => (id: string) => ({ id, country })
  return world(t, {
    profiles: [...['ann', 'bob', 'cat'].map(from('US')), ...['dan', 'eve', 'fay'].map(from('GB'))],
    posts: [
      ...['ann', 'bob', 'cat', 'dan'].map(author => ({ author, urls: [article], text: 'cloud computing' })),
      ...['ann', 'dan', 'eve'].map(author => ({ author, urls: [essay], text: 'cloud gazing' })),
      { author: 'ann', urls: [article], text: 'again, on the cloud' },
      { author: 'fay', text: 'no links' }
    ]
  })
}

const americans = { audience: { countries: ['united states'] }, comparison_audience: 'global' }

test('top_urls ranks links by how much more often the audience links to them than everybody', async t => {
  const { result, totalSteps, steps } = await runStrategy(await linkers(t), 'top_urls', americans)
  assert.deepEqual(result, {
    redacted: false,
    interactions: 5,
    unique_authors: 3,
    urls: [
      // (3 of 3) ÷ (4 of 6), and (1 of 3) ÷ (3 of 6).
      { url: article, interactions: 4, unique_authors: 3, engagement_ratio: 1.5 },
      { url: essay, interactions: 1, unique_authors: 1, engagement_ratio: 0.6667 }
    ]
  })
  assert.deepEqual(
    [totalSteps, steps],
    [
      3,
      [
        [1, 3],
        [2, 3],
        [3, 3]
      ]
    ]
  )
})

test('top_urls spawns an audience, its baseline and the count of all, of the 28 days before midnight', async t => {
  const { spawned } = await runStrategy(await linkers(t), 'top_urls', americans)
  const window = { start: nextMidnight - 28 * 86_400, end: nextMidnight }
  const parameters = {
    analysis_type: 'freqDist',
    parameters: { target: 'li.all.articles.url', threshold: 200 }
  }
  assert.deepEqual(spawned, [
    { name: 'Audience', filter: 'li.user.member.country in "united states"', ...window, parameters },
    {
      name: 'Baseline',
      filter: 'li.all.articles.url in "https://news.example/a,https://blog.example/an\\,\\"odd\\"\\\\one"',
      ...window,
      parameters
    },
    { name: 'Baseline total count', ...window, parameters }
  ])
})

test('an audience that is nobody costs one analysis and is redacted', async t => {
  const french = { ...americans, audience: { country: 'france' } }
  const { result, spawned, steps } = await runStrategy(await linkers(t), 'top_urls', french)
  assert.deepEqual(result, { redacted: true, interactions: 0, unique_authors: 0, urls: [] })
  assert.deepEqual(
    spawned.map(({ name }) => name),
    ['Audience']
  )
  assert.deepEqual(steps.at(-1), [3, 3])
})

test('an audience is compared to another one', async t => {
  const toBritons = { ...americans, comparison_audience: { country: 'united kingdom' }, sort_by: 'unique_authors' }
  const { result, spawned } = await runStrategy(await linkers(t), 'top_urls', toBritons)
  assert.deepEqual(result.urls, [
    // (3 of 3) ÷ (1 of 3), and (1 of 3) ÷ (2 of 3).
    { url: article, interactions: 4, unique_authors: 3, engagement_ratio: 3 },
    { url: essay, interactions: 1, unique_authors: 1, engagement_ratio: 0.5 }
  ])
  assert.equal(spawned[2]?.filter, 'li.user.member.country in "united kingdom"')
})

test('what only the audience links to has no ratio, and stands last', async t => {
  const warehouse = await world(t, {
    profiles: [
      { id: 'ann', country: 'US' },
      { id: 'dan', country: 'GB' }
    ],
    posts: [
      { author: 'ann', urls: ['https://only.example/'] },
      { author: 'ann', urls: [article] },
      { author: 'dan', urls: [article] }
    ]
  })
  const toBritons = { ...americans, comparison_audience: { country: 'united kingdom' } }
  const { result } = await runStrategy(warehouse, 'top_urls', toBritons)
  assert.deepEqual(result.urls, [
    { url: article, interactions: 1, unique_authors: 1, engagement_ratio: 1 },
    { url: 'https://only.example/', interactions: 1, unique_authors: 1, engagement_ratio: null }
  ])
})

test('keywords select content: any, all and none', async t => {
  const warehouse = await linkers(t)
  const authors = async (keywords: object) => {
    const { result } = await runStrategy(warehouse, 'top_urls', { keywords, comparison_audience: 'global' })
    return result.unique_authors
  }
  assert.equal(await authors({ any: ['computing', 'gazing'] }), 5)
  assert.equal(await authors({ all: ['cloud', 'gazing'] }), 3)
  assert.equal(await authors({ any: ['cloud'], none: ['gazing', 'again'] }), 4)
})

test('custom groups answer each for itself', async t => {
  const groups = {
    custom: {
      Americans: { audience: { countries: ['united states'] } },
      Nobody: { keywords: { any: ['unheard of'] } }
    }
  }
  const { result, spawned, steps, totalSteps } = await runStrategy(await linkers(t), 'top_urls', {
    keywords: { any: ['gazing'] },
    groups,
    comparison_audience: 'global'
  })
  assert.deepEqual(result, {
    groups: {
      Americans: {
        redacted: false,
        interactions: 1,
        unique_authors: 1,
        // (1 of 1) ÷ (3 of 6).
        urls: [{ url: essay, interactions: 1, unique_authors: 1, engagement_ratio: 2 }]
      },
      Nobody: { redacted: true, interactions: 0, unique_authors: 0, urls: [] }
    }
  })
  assert.deepEqual([totalSteps, spawned.length, steps.at(-1)], [6, 4, [6, 6]])
  assert.equal(spawned[0]?.filter, 'li.all.content contains_any "gazing" and li.user.member.country in "united states"')
})

test('the largest segments of a dimension are groups, found by one analysis more', async t => {
  const { result, spawned, totalSteps, steps } = await runStrategy(await linkers(t), 'top_urls', {
    groups: { top: { countries: 3 } },
    comparison_audience: 'global'
  })
  const groups = result.groups as Record<string, { unique_authors: number }>
  assert.deepEqual(
    Object.entries(groups).map(([name, { unique_authors }]) => [name, unique_authors]),
    [
      ['united states', 3],
      ['united kingdom', 3]
    ]
  )
  assert.deepEqual(
    spawned.map(({ name }) => name),
    ['Groups', ...['Audience', 'Baseline', 'Baseline total count', 'Audience', 'Baseline', 'Baseline total count']]
  )
  assert.deepEqual([totalSteps, steps.at(-1)], [10, [10, 10]])
})

test('ratios are made of the counts that analyses publish, rounded ones included', async t => {
  const privacy = { minAuthors: 2, minTotal: 2, roundTo: 2, jitterKey: '' }
  const { result } = await runStrategy(await linkers(t), 'top_urls', americans, { privacy })
  // The essay has one American author: it is not told. (2 of 2) ÷ (4 of 6).
  assert.deepEqual(result, {
    redacted: false,
    interactions: 4,
    unique_authors: 2,
    urls: [{ url: article, interactions: 4, unique_authors: 2, engagement_ratio: 1.5 }]
  })
})
