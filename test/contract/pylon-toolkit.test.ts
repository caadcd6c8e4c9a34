import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, clientOf, members, username } from './pylon-client.ts'

// The toolkit asks through the Python client; what it sends and reads beyond it.
const headers = { authorization: `${username}:${apiKey}`, 'content-type': 'application/json' }
const base = '/v1.6/pylon/linkedin/task'

type Block = { readonly redacted: boolean; readonly results: readonly { key: unknown; child?: Block }[] }

test('toolkit: nested analyses and time series', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const run = async (parameters: object) => {
    const body = { subscription_id: standing, parameters, name: 'analysis', type: 'analysis' }
    const { id } = members(await send({ method: 'POST', path: base, body }))
    const { status, result } = await poll(`${base}/analysis/${id}`)
    assert.equal(status, 'completed')
    return result as { interactions: number; unique_authors: number; analysis: Block } // Compared member by member.
  }
  const now = Math.floor(Date.now() / 1000)
  const window = { start: now - 86_400, end: now }
  const child = { analysis_type: 'freqDist', parameters: { target: 'interaction.media_type', threshold: 200 } }
  const parameters = {
    analysis_type: 'freqDist',
    parameters: { target: 'interaction.hashtags', threshold: 200 },
    child
  }

  const { analysis, interactions, unique_authors: authors } = await run({ ...window, filter: '', parameters })
  assert.deepEqual([interactions, authors, analysis.redacted], [5, 5, false])
  assert.deepEqual(
    analysis.results.map(({ key, child }) => [key, child?.redacted]),
    [
      ['coffee', false],
      ['cake', false]
    ]
  )
  // It divides the keys of a series, which a text would not allow.
  const series = await run({
    ...window,
    parameters: { analysis_type: 'timeSeries', parameters: { interval: 'hour', span: 1 } }
  })
  for (const { key } of series.analysis.results) assert.ok(Number.isInteger(key))
})

test('toolkit: every strategy, which names its type again among its parameters', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const run = async (strategy: string, parameters: object) => {
    const wanted = { strategy, version: 1, type: 'strategy', parameters }
    const body = { subscription_id: standing, parameters: wanted, name: strategy, type: 'strategy' }
    const { id } = members(await send({ method: 'POST', path: base, body }))
    const { status, message, result } = await poll(`${base}/strategy/${id}`)
    assert.deepEqual([status, message], ['completed', ''], strategy)
    return result as Record<string, unknown> // Compared member by member.
  }
  const keywords = { any: ['coffee', 'cake'] }
  for (const strategy of ['top_urls', 'top_domains', 'top_concepts', 'top_company_mentions']) {
    const result = await run(strategy, { keywords, comparison_audience: 'global' })
    assert.equal(typeof result.redacted, 'boolean', strategy)
  }
  const groups = { custom: { drinks: { keywords: { any: ['coffee'] } }, food: { keywords: { any: ['cake'] } } } }
  const grouped = await run('top_urls', { groups, comparison_audience: 'global' })
  assert.deepEqual(Object.keys(grouped.groups as object).sort(), ['drinks', 'food'])
  const breakdown = await run('audience_breakdown', { keywords, dimensions: ['ages', 'genders'] })
  assert.equal(typeof breakdown.redacted, 'boolean')
  // Whom it breaks down itself it looks for under these names.
  const whole = await run('audience_breakdown', { keywords })
  assert.deepEqual(Object.keys(whole), ['redacted', 'seniorities', 'functions', 'country', 'gender', 'age'])
  const terms = await run('top_terms', { topics: { drinks: { any: ['coffee'] } } })
  assert.deepEqual(Object.keys(terms.topics as object), ['drinks'])
})
