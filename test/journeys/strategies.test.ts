import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'
import { pylonAt } from '../support/pylon.ts'

const corpus = new URL('../../data/demo-corpus/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, corpus))

type Post = {
  readonly author_id: string
  readonly created_at: string
  readonly text: string
  readonly urls: readonly string[]
}

/** The demo corpus ends in the afternoon of 9 August 2017; that day is whole. */
const end = Date.UTC(2017, 7, 10)
const posts = gunzipSync(read('posts.jsonl.gz'))
  .toString()
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Post)
  .filter(({ created_at }) => Date.parse(created_at) >= end - 28 * 86_400_000 && Date.parse(created_at) < end)

const hostsOf = ({ urls }: Post) => new Set(urls.map(url => new URL(url).hostname.replace(/^www\./, '')))
const authorsOf = (of: readonly Post[]) => new Set(of.map(({ author_id }) => author_id)).size

async function congress(t: TestContext, least: number) {
  const limits = ['MIN_AUTHORS', 'MIN_TOTAL', 'ROUND_TO'].map(name => [`DEMOGRAPH_PRIVACY_${name}`, String(least)])
  const { url } = await testApp(t, Object.fromEntries(limits))
  const api = apiAt(url)
  for (const file of ['profiles.jsonl.gz', 'posts.jsonl.gz']) await api.importFile(file, read(file))
  return pylonAt(url)
}

type Listed = {
  readonly tasks: readonly { readonly name: string; readonly usage: object; readonly steps_completed: number }[]
}

const veterans = {
  strategy: 'top_domains',
  version: 1,
  parameters: { keywords: { any: ['veterans'] }, comparison_audience: 'global' }
}

test('the sites that those who write of veterans link to, as plain code counts them from the file', async t => {
  const pylon = await congress(t, 1)
  const { id } = await pylon.submit('strategy', veterans)
  const { result } = await pylon.ended('strategy', id)

  const audience = posts.filter(({ text }) => /\bveterans\b/i.test(text))
  const all = authorsOf(posts)
  const rows = [...new Set(audience.flatMap(post => [...hostsOf(post)]))].map(domain => {
    const linking = audience.filter(post => hostsOf(post).has(domain))
    const authors = authorsOf(linking)
    const compared = authorsOf(posts.filter(post => hostsOf(post).has(domain)))
    const ratio = Number((authors / authorsOf(audience) / (compared / all)).toFixed(4))
    return { domain, interactions: linking.length, unique_authors: authors, engagement_ratio: ratio }
  })
  rows.sort(
    (one, other) =>
      other.engagement_ratio - one.engagement_ratio ||
      other.unique_authors - one.unique_authors ||
      (one.domain < other.domain ? -1 : 1)
  )
  assert.ok(rows.length > 3)
  assert.deepEqual(result, {
    redacted: false,
    interactions: audience.length,
    unique_authors: authorsOf(audience),
    domains: rows
  })

  const { tasks } = await pylon.json<Listed>('GET', '/task/analysis')
  assert.deepEqual(
    new Set(tasks.map(({ name }) => name)),
    new Set(['Audience', 'Baseline', 'Baseline total count'].map(name => `${name} [${id}]`))
  )
  const { tasks: strategies } = await pylon.json<Listed>('GET', '/task/strategy')
  assert.deepEqual(
    strategies.map(({ usage, steps_completed }) => [usage, steps_completed]),
    [[{ analysis_tasks: 3 }, 3]]
  )
})

test('with privacy on, what is too few is redacted, also of questions in the forms of the official clients', async t => {
  const pylon = await congress(t, 100)
  const redacted = { redacted: true, interactions: 0, unique_authors: 0, domains: [] }

  await t.test('an audience of too few people uses one analysis', async () => {
    assert.deepEqual(await pylon.run('strategy', veterans), redacted)
    const { tasks } = await pylon.json<Listed>('GET', '/task/strategy')
    assert.deepEqual(
      tasks.map(({ usage, steps_completed }) => [usage, steps_completed]),
      [[{ analysis_tasks: 1 }, 3]]
    )
  })

  await t.test('groups by what only members of LinkedIn state, the type of the task repeated', async () => {
    const custom = {
      Officials: { audience: { industries: ['government administration'], seniorities: ['vp', 'cxo', 'director'] } },
      'No one': { keywords: { any: ['a phrase that stands nowhere'] } }
    }
    const parameters = { groups: { custom }, comparison_audience: 'global' }
    const asked = { type: 'strategy', strategy: 'top_domains', version: 1, parameters }
    assert.deepEqual(await pylon.run('strategy', asked), { groups: { Officials: redacted, 'No one': redacted } })
  })

  await t.test('dimensions under the names by which they were asked for', async () => {
    const dimensions = ['occupations', 'functions', 'gender']
    const parameters = { audience: { gender: ['male'] }, dimensions, comparison_audience: 'global' }
    const asked = { type: 'strategy', strategy: 'audience_breakdown', version: 1, parameters }
    const breakdown = await pylon.run<Record<string, { redacted: boolean }>>('strategy', asked)
    assert.deepEqual(
      dimensions.map(name => breakdown[name]?.redacted),
      [true, true, false]
    )
  })
})
