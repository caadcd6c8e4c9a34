import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { Interaction } from '../../src/model/interaction.ts'
import { importBytes, importStores, lines } from './import-world.ts'
import { missing } from './needs-shared-data.ts'
import { readText, sharedData, sharedText } from './read-text.ts'

const key = ({ from, to, type, postId, createdAt }: Interaction) => `${from} ${to} ${type} ${postId} ${createdAt}`

test('the interactions of the sample are those of its posts, and likes', { skip: missing }, () => {
  const listed = readText(sharedText('sample-corpus/interactions.csv.gz')).interactions
  const derived = readText(sharedText('sample-corpus/posts.jsonl.gz')).interactions
  const likes = listed.filter(({ type }) => type === 'like')
  assert.deepEqual([listed.length, likes.length], [3786, 534])
  assert.deepEqual([...derived, ...likes].map(key).sort(), listed.map(key).sort())
})

test('statuses of API v1.1 give the interactions that the sample has of them', { skip: missing }, () => {
  const listed = new Set(readText(sharedText('sample-corpus/interactions.csv.gz')).interactions.map(key))
  for (const [file, missed] of [
    ['congress-2017/tweets.jsonl.gz', 0],
    ['congress-2017/users.jsonl.gz', 0]
  ] as const) {
    const { posts, interactions } = readText(sharedText(file))
    const ids = new Set(posts.map(({ id }) => id))
    const found = new Set(interactions.map(key))
    const expected = [...listed].filter(line => ids.has(line.split(' ')[3] ?? ''))
    assert.equal(expected.filter(line => !found.has(line)).length, missed, file)
  }
})

test('the whole sample corpus is imported, whatever order its files come in', { skip: missing }, async t => {
  const stores = await importStores(t)
  const files = ['interactions', 'posts', 'mentioned-accounts', 'follows', 'profiles']
  const counts = []
  for (const file of files) {
    const name = `${file}.${file === 'posts' || file === 'profiles' ? 'jsonl' : 'csv'}.gz`
    const stream = createReadStream(path.join(sharedData, 'sample-corpus', name))
    const { format, records, rejected } = await importBytes(stores, '', { name, stream })
    counts.push([format, records, rejected])
  }
  assert.deepEqual(counts, [
    ['sample-interactions', 3786, 0],
    ['sample-posts', 4698, 0],
    ['sample-mentioned-accounts', 1629, 0],
    ['sample-follows', 78_718, 0],
    ['sample-profiles', 7344, 0]
  ])
  const rows = async (table: string) => (await lines(stores.warehouse, 'toString(count())', table))[0]
  assert.deepEqual(
    await Promise.all(['interactions', 'posts', 'follows', 'followers', 'profiles', 'enrichments'].map(rows)),
    ['3786', '4698', '78718', '78718', '7344', '7344']
  )
  assert.deepEqual(await lines(stores.warehouse, "concat(name, '=', toString(value))", 'corpus_totals'), [
    'follows=78718',
    'interactions=3786',
    'people_engaging=1668',
    'people_following=44284',
    'posts=4698',
    'profiles=7344'
  ])
})

test('other folders of the shared data are recognised and read without rejects', { skip: missing }, () => {
  const read = (file: string, columns: [string, string][] = []) => {
    const { format, profiles, accounts, follows, posts, interactions, rejects } = readText(sharedText(file), {
      columns: new Map(columns)
    })
    return [format, profiles.length, accounts.length, follows.length, posts.length, interactions.length, rejects.length]
  }
  assert.deepEqual(read('universities-2019/users.csv'), ['mapped-csv', 220, 0, 0, 0, 0, 0])
  assert.deepEqual(read('universities-2019/follows.csv'), ['sample-follows', 0, 0, 3077, 0, 0, 0])
  assert.deepEqual(read('followers-v2/users.jsonl.gz'), ['x-v2', 3519, 0, 0, 0, 0, 0])
  assert.deepEqual(read('followers-v2/timeline.jsonl'), ['x-v2', 0, 62, 0, 40, 38, 0])
  assert.deepEqual(read('rtweet-v11/tweets.jsonl.gz'), ['twitter-v11', 2781, 2759, 0, 2781, 2203, 0])
  assert.deepEqual(read('twibot20-sample/users.jsonl.gz'), ['twitter-v11', 100, 0, 0, 0, 0, 0])
  assert.deepEqual(read('mayweather-2017/tweets.csv.gz'), ['mapped-csv', 0, 0, 0, 12_118, 1275, 0])
  const likes: [string, string][] = [
    ['from', 'liker_id'],
    ['to', 'author_id'],
    ['type', '=like'],
    ['post', 'tweet_id']
  ]
  assert.deepEqual(read('rtweet-v11/likes.csv', likes).slice(0, 6), ['mapped-csv', 0, 0, 0, 0, 534])
})
