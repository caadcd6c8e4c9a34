import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'
import { pylonAt, type Row } from '../support/pylon.ts'

const corpus = new URL('../../data/demo-corpus/', import.meta.url)

type Post = {
  readonly author_id: string
  readonly created_at: string
  readonly client: string | null
  readonly hashtags: readonly string[]
  readonly urls: readonly string[]
}
type Counted = { readonly key: string | number; readonly interactions: number; readonly unique_authors: number }

const seconds = (time: string) => Date.parse(time) / 1000
/** The four hours of 13 June 2017 in which Congress was recorded from minute to minute. */
const start = seconds('2017-06-13T17:00:00Z')
const end = seconds('2017-06-13T21:00:00Z')

const afternoon = gunzipSync(readFileSync(new URL('posts.jsonl.gz', corpus)))
  .toString()
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Post)
  .filter(({ created_at }) => seconds(created_at) >= start && seconds(created_at) < end)

/** How often each value occurs and with how many authors, as a reader with nothing but the file would count. */
function counted(posts: readonly Post[], valuesOf: (post: Post) => readonly (string | number)[]): Counted[] {
  const found = new Map<string | number, { interactions: number; authors: Set<string> }>()
  for (const post of posts) {
    for (const value of new Set(valuesOf(post))) {
      const entry = found.get(value) ?? { interactions: 0, authors: new Set() }
      found.set(value, { interactions: entry.interactions + 1, authors: entry.authors.add(post.author_id) })
    }
  }
  return [...found].map(([key, { interactions, authors }]) => ({ key, interactions, unique_authors: authors.size }))
}

const byFrequency = (one: Counted, other: Counted) =>
  other.interactions - one.interactions ||
  other.unique_authors - one.unique_authors ||
  (String(one.key) < String(other.key) ? -1 : 1)

/** What the rules of privacy leave of exact counts: see docs/privacy.md. */
function guarded(rows: readonly Counted[], least: number, roundTo: number): Counted[] {
  const down = (count: number) => Math.floor(count / roundTo) * roundTo
  return rows
    .filter(({ unique_authors }) => unique_authors >= least)
    .map(({ key, interactions, unique_authors }) => ({
      key,
      interactions: down(interactions),
      unique_authors: down(unique_authors)
    }))
}

async function congress(t: TestContext, env: Record<string, string>) {
  const { url } = await testApp(t, env)
  const api = apiAt(url)
  for (const file of ['profiles.jsonl.gz', 'posts.jsonl.gz']) {
    const { rejected } = await api.importFile(file, readFileSync(new URL(file, corpus)))
    assert.equal(rejected, 0)
  }
  return { api, pylon: pylonAt(url) }
}

const freqDist = (target: string, threshold: number, child?: object) => ({
  start,
  end,
  parameters: { analysis_type: 'freqDist', parameters: { target, threshold }, ...(child && { child }) }
})

const minutes = (hour: number) => ({
  start: start + hour * 3600,
  end: start + (hour + 1) * 3600,
  parameters: { analysis_type: 'timeSeries', parameters: { interval: 'minute', span: 1 } }
})

const bare = ({ key, interactions, unique_authors }: Row) => ({ key, interactions, unique_authors })
const minuteOf = ({ created_at }: Post) => [Math.floor(seconds(created_at) / 60) * 60]
const hostsOf = ({ urls }: Post) => urls.map(url => new URL(url).hostname.replace(/^www\./, ''))
const hashtagsOf = ({ hashtags }: Post) => hashtags.map(tag => tag.toLowerCase())

test('with privacy off the afternoon of Congress has the counts of plain code', async t => {
  const off = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1', DEMOGRAPH_PRIVACY_MIN_TOTAL: '1', DEMOGRAPH_PRIVACY_ROUND_TO: '1' }
  const { api, pylon } = await congress(t, off)

  await t.test('minute by minute, in four tasks of an hour', async () => {
    const answers = await Promise.all([0, 1, 2, 3].map(hour => pylon.analyse(minutes(hour))))
    const plain = counted(afternoon, minuteOf).sort((one, other) => Number(one.key) - Number(other.key))
    assert.deepEqual(
      answers.flatMap(({ analysis }) => analysis.results),
      plain
    )
    assert.equal(
      answers.reduce((sum, { interactions }) => sum + interactions, 0),
      afternoon.length
    )
  })

  await t.test('hashtags and domains', async () => {
    const totals = [afternoon.length, new Set(afternoon.map(({ author_id }) => author_id)).size]
    for (const [target, valuesOf] of [
      ['interaction.hashtags', hashtagsOf],
      ['links.domain', hostsOf]
    ] as const) {
      const { interactions, unique_authors, analysis } = await pylon.analyse(freqDist(target, 200))
      assert.deepEqual([interactions, unique_authors], totals)
      assert.deepEqual(analysis.results, counted(afternoon, valuesOf).sort(byFrequency).slice(0, 200), target)
    }
  })

  await t.test('clients by the gender of authors', async () => {
    const genders = await gendersOf(api)
    const child = { analysis_type: 'freqDist', parameters: { target: 'twitter.user.gender', threshold: 10 } }
    const { analysis } = await pylon.analyse(freqDist('interaction.source', 50, child))
    const clientOf = ({ client }: Post) => (client ? [client] : [])
    assert.deepEqual(analysis.results.map(bare), counted(afternoon, clientOf).sort(byFrequency))
    for (const { key, child } of analysis.results) {
      const own = afternoon.filter(({ client }) => client === key)
      const plain = counted(own, ({ author_id }) => [genders.get(author_id) ?? 'unknown'])
      assert.deepEqual(child?.results, plain.sort(byFrequency), String(key))
    }
  })
})

/** What the server says of the authors one by one. */
async function gendersOf(api: ReturnType<typeof apiAt>): Promise<Map<string, string>> {
  const ids = [...new Set(afternoon.map(({ author_id }) => author_id))]
  const result = await api.run<Record<string, { enrichments?: { demographics?: { gender?: string } } }>>(
    'AnalyzePublicProfiles',
    { ids }
  )
  return new Map(
    ids.flatMap(id => {
      const gender = result[id]?.enrichments?.demographics?.gender
      return gender === undefined ? [] : [[id, gender] as const]
    })
  )
}

test('with privacy on what few authors share is missing and counts are rounded down', async t => {
  const on = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '5', DEMOGRAPH_PRIVACY_MIN_TOTAL: '50', DEMOGRAPH_PRIVACY_ROUND_TO: '5' }
  const { pylon } = await congress(t, on)

  const tags = await pylon.analyse(freqDist('interaction.hashtags', 200))
  assert.deepEqual(tags.analysis.results, guarded(counted(afternoon, hashtagsOf), 5, 5).sort(byFrequency))
  assert.ok(tags.analysis.results.length > 3)
  assert.equal(tags.interactions, Math.floor(afternoon.length / 5) * 5)

  const hour = await pylon.analyse(minutes(1))
  const own = afternoon.filter(({ created_at }) => Math.floor((seconds(created_at) - start) / 3600) === 1)
  const plain = guarded(counted(own, minuteOf), 5, 5).sort((one, other) => Number(one.key) - Number(other.key))
  assert.deepEqual(hour.analysis.results, plain)

  const narrow = await pylon.analyse({ ...minutes(1), end: start + 3600 + 120 })
  assert.deepEqual(
    [narrow.interactions, narrow.unique_authors, narrow.analysis.results, narrow.analysis.redacted],
    [0, 0, [], true]
  )
})
