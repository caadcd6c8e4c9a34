import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { logOddsZ } from '../../src/analytics/log-odds-z.ts'
import audienceInfluencers from '../../src/jobs/catalog/audience-influencers.ts'
import externalInfluencers from '../../src/jobs/catalog/external-influencers.ts'
import { runJob } from '../support/run-job.ts'
import { world } from '../support/world.ts'

const data = new URL('../../../shared/data/', import.meta.url)
const followsFile = new URL('sample-corpus/follows.csv.gz', data)
const usersFile = new URL('universities-2019/users.csv', data)
const skip = existsSync(followsFile) ? false : 'the sample corpus is not beside this repository'

type Item = { id: string; score: number } & Record<string, number>

/** The pairs of the file, each once, without accounts that follow themselves. */
function readFollows(): (readonly [string, string])[] {
  const lines = gunzipSync(readFileSync(followsFile)).toString().trim().split('\n').slice(1)
  const pairs = new Set(lines.map(line => line.split(',').slice(0, 2).join(',')))
  return [...pairs]
    .map(pair => pair.split(','))
    .flatMap(([from = '', to = '']) => (from === to ? [] : [[from, to] as const]))
}

/** The labelled universities of one country; the country is the last column, and texts before it span lines. */
function universitiesOf(country: string): string[] {
  const records = readFileSync(usersFile, 'utf8').split(/\r?\n(?=\d+,)/)
  return records
    .filter(record => record.trimEnd().endsWith(`,${country}`))
    .map(record => `twitter:${record.split(',')[0]}`)
}

test('for the 16 UK universities every account listed has the counts of plain code', { skip }, async t => {
  const follows = readFollows()
  const warehouse = await world(t, { follows })
  const ids = universitiesOf('UK')
  const members = new Set(ids)
  assert.equal(ids.length, 16)

  const following = new Set(follows.map(([from]) => from))
  const people = ids.filter(id => following.has(id)).length
  const others = following.size - people
  const count = (from: (id: string) => boolean, to: string) => follows.filter(([a, b]) => b === to && from(a)).length
  const followersOf = Map.groupBy(follows, ([, to]) => to)

  const external = await runJob(externalInfluencers, warehouse, { ids, limit: 1000 })
  const expected = [...followersOf]
    .filter(([to]) => !members.has(to))
    .map(([id, pairs]) => {
      const inside = pairs.filter(([from]) => members.has(from)).length
      const outside = pairs.length - inside
      const z = Number(logOddsZ(inside, people, outside, others).toFixed(4))
      return { id, inside, outside, z }
    })
    .filter(({ inside }) => inside >= 2)
  const listed = (external.body as { externalInfluencerRanking: { totalItems: number; items: Item[] } })
    .externalInfluencerRanking
  assert.equal(listed.totalItems, expected.length)
  assert.equal(listed.items.length, Math.min(1000, expected.filter(({ z }) => z > 0).length))
  const plain = new Map(expected.map(account => [account.id, account]))
  for (const item of listed.items) {
    const { inside = -1, outside = -1, z = 0 } = plain.get(item.id) ?? {}
    assert.deepEqual([item.followers_in_audience, item.followers_in_benchmark], [inside, outside])
    assert.ok(Math.abs(item.score - z) < 1.5e-4)
    assert.equal(item.share_of_audience, Number((inside / people).toFixed(6)))
  }
  const order = expected
    .filter(({ z }) => z > 0)
    .map(({ z }) => z)
    .sort((a, b) => b - a)
  assert.ok(listed.items.every(({ score }, index) => Math.abs(score - (order[index] ?? 0)) < 1.5e-4))

  const inner = await runJob(audienceInfluencers, warehouse, { ids })
  const ranked = (inner.body as { audienceInfluencerRanking: { items: Item[] } }).audienceInfluencerRanking.items
  // Counted by hand: Oxford has 13 of the 16.
  const both = [...ranked, ...listed.items].map(item => item.followers_in_audience ?? 0).sort((a, b) => b - a)
  assert.deepEqual(both.slice(0, 6), [13, 12, 11, 11, 10, 10])
  for (const item of ranked)
    assert.equal(
      item.followers_in_audience,
      count(id => members.has(id), item.id)
    )
  t.diagnostic(
    `${people} of 16 follow lists are known; ${listed.items.length} accounts listed, ${ranked.length} inside`
  )
})
