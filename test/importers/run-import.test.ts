import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { DiskFull, Stopped } from '../../src/errors.ts'
import { corpusRevision } from '../../src/store/corpus-revision.ts'
import { listImports } from '../support/list-imports.ts'
import { corpus, importBytes, importStores, lines } from './import-world.ts'

const header = 'from_id,to_id\n'
const follows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${from + i + 1000},7\n`).join('')

test('an import answers what it brought in, and what it could not read with its place', async t => {
  const stores = await importStores(t)
  const { seconds, ...summary } = await importBytes(stores, `${header}1,7\n2,7\nann,7\n3,"7\n`, { name: 'follows.csv' })
  assert.ok(seconds > 0)
  assert.deepEqual(summary, {
    format: 'sample-follows',
    records: 4,
    counts: { profiles: 0, accounts: 0, follows: 2, posts: 0, interactions: 0 },
    rejected: 2,
    resumedFrom: 0,
    corpusRevision: 1,
    warnings: [],
    rejects: [
      { record: 4, line: 4, text: 'ann,7', reason: 'follower is no twitter id: ann' },
      {
        record: 5,
        line: 5,
        text: '3,"7',
        reason: 'a quote in it is not closed, or is followed by something other than a separator'
      }
    ]
  })
  assert.deepEqual(await lines(stores.warehouse, 'follower, followee', 'follows'), [
    'twitter:1 twitter:7',
    'twitter:2 twitter:7'
  ])
  assert.deepEqual(await lines(stores.warehouse, 'id, toString(followers)', 'account_reach'), ['twitter:7 2'])
})

test('the same file twice is the same corpus', async t => {
  const stores = await importStores(t)
  const user = (id: number, screen_name: string, more = {}) => ({
    id_str: `${id}`,
    screen_name,
    name: screen_name,
    followers_count: 5,
    ...more
  })
  const status = (id: number, author: number, text: string, more = {}) => ({
    id_str: `${id}`,
    created_at: 'Tue Jun 13 17:30:02 +0000 2017',
    text,
    user: user(author, `person${author}`),
    ...more
  })
  const mentions = { entities: { user_mentions: [{ id_str: '2', screen_name: 'person2', name: 'Two' }] } }
  const text = [
    status(900, 1, 'Hi @person2', mentions),
    status(901, 2, 'RT @person1: Hi', { retweeted_status: status(900, 1, 'Hi @person2', mentions) })
  ]
    .map(one => JSON.stringify(one))
    .join('\n')

  await importBytes(stores, text)
  const once = await corpus(stores.warehouse)
  await importBytes(stores, text)

  assert.deepEqual(await corpus(stores.warehouse), once)
  assert.deepEqual(once.interactions, [
    `twitter:1 twitter:2 mention twitter:900 ${Date.UTC(2017, 5, 13, 17, 30, 2)}`,
    `twitter:2 twitter:1 retweet twitter:901 ${Date.UTC(2017, 5, 13, 17, 30, 2)}`
  ])
  assert.equal(await corpusRevision(stores.database), 2)
})

test('of a file that is cut off, what could be read is imported and counted, and the import is marked failed', async t => {
  const stores = await importStores(t)
  const whole = gzipSync(header + follows(0, 30_000))
  await assert.rejects(
    importBytes(stores, whole.subarray(0, whole.length - 2000), { name: 'cut.csv.gz', key: 'cut' }),
    /^InvalidRequest: cut.csv.gz is cut off in the middle of its gzip data; fetch it again. The \d+ records before that are imported.$/
  )
  const [failed] = await listImports(stores.database)
  const [reach] = await lines(stores.warehouse, 'toString(followers)', 'account_reach')
  assert.equal(failed?.state, 'failed')
  assert.ok(Number(reach) > 1000)
  assert.equal(Number(reach), (failed?.records ?? 0) - 1)
  assert.equal(await corpusRevision(stores.database), 1)
})

test('a stopped import keeps what it read, and the same file goes on from there', async t => {
  const stores = await importStores(t)
  const stop = new AbortController()
  const stream = Readable.from(
    (async function* () {
      yield Buffer.from(header + follows(0, 50_000))
      await setTimeout(300) // The stream is read ahead: what was given first is to be read before.
      stop.abort()
      yield Buffer.from(follows(50_000, 60_000))
    })()
  )
  const said = { name: 'follows.csv', key: 'key' }
  await assert.rejects(importBytes(stores, '', { ...said, stream }, { signal: stop.signal }), Stopped)
  const [stopped] = await listImports(stores.database)
  assert.equal(stopped?.state, 'failed')
  assert.ok((stopped?.records ?? 0) > 10_000)

  const summary = await importBytes(stores, header + follows(0, 60_000), said)

  assert.deepEqual([summary.resumedFrom, summary.records], [stopped?.records, 60_000])
  assert.equal(summary.counts.follows, 60_001 - (stopped?.records ?? 0))
  assert.deepEqual(await lines(stores.warehouse, 'toString(followers)', 'account_reach'), ['60000'])
  assert.equal((await listImports(stores.database)).length, 1)
})

test('an import whose sender leaves before a format can be recognised leaves nothing behind', async t => {
  const stores = await importStores(t)
  const stop = new AbortController()
  const stream = Readable.from(
    (async function* () {
      yield Buffer.from('from_id,to_id\n1,2\n')
      stop.abort()
      yield Buffer.from('3,4\n')
    })()
  )

  await assert.rejects(importBytes(stores, '', { stream, key: 'left' }, { signal: stop.signal }), Stopped)
  assert.deepEqual(await listImports(stores.database), [])
})

test('a corpus that cannot be written stops the import with what to do, and the next one goes on', async t => {
  const stores = await importStores(t)
  let inserts = 0
  const warehouse = {
    ...stores.warehouse,
    insert: async (...args: Parameters<typeof stores.warehouse.insert>) => {
      inserts += 1
      if (inserts > 1) throw new DiskFull('The disk of the warehouse is full: free space, then try again.')
      await stores.warehouse.insert(...args)
    }
  }
  const said = { name: 'follows.csv', key: 'key' }
  await assert.rejects(
    importBytes({ ...stores, warehouse }, header + follows(0, 1000), said),
    (error: Error) => error instanceof DiskFull && /Free space, then import the same file again/.test(error.message)
  )
  const summary = await importBytes(stores, header + follows(0, 1000), said)
  assert.equal(summary.resumedFrom, 0)
  assert.deepEqual(await lines(stores.warehouse, 'toString(followers)', 'account_reach'), ['1000'])
  assert.equal((await lines(stores.warehouse, 'follower', 'follows')).length, 1000)
})

test('records with bytes that are no text are rejected, the others read', async t => {
  const stores = await importStores(t)
  const text = `${header}1,7\n`.repeat(1)
  const { rejects, counts } = await importBytes(
    stores,
    Buffer.concat([Buffer.from(text), Buffer.from('2\xe9,7\n', 'latin1'), Buffer.from('3\0,7\n4,7\n')])
  )
  assert.equal(counts.follows, 2)
  assert.deepEqual(
    rejects.map(({ line, reason }) => `${line}: ${reason}`),
    ['3: it holds bytes that are not UTF-8', '4: it holds bytes that are not UTF-8']
  )
})

test('imports that come together are done one after the other', async t => {
  const stores = await importStores(t)
  const running = new Set<string>()
  const together = await Promise.all(
    ['a', 'b', 'c'].map(async (name, index) => {
      const stream = Readable.from(
        (async function* () {
          running.add(name)
          assert.deepEqual([...running], [name])
          yield Buffer.from(header + follows(index * 10, index * 10 + 10))
          running.delete(name)
        })()
      )
      return importBytes(stores, '', { stream, name })
    })
  )
  assert.deepEqual(
    together.map(({ corpusRevision }) => corpusRevision),
    [1, 2, 3]
  )
})

test('a file in which there is nothing says so, and one in which nothing can be read says that', async t => {
  const stores = await importStores(t)
  const warningsOf = async (text: string) => (await importBytes(stores, text)).warnings
  assert.deepEqual(await warningsOf('from_id,to_id\n'), ['There are no records in it.'])
  assert.deepEqual(await warningsOf('from_id,to_id\nx,y\n'), ['Nothing in it could be read: the rejects say why.'])
})

test('a slip is told before anything is written', async t => {
  const stores = await importStores(t)
  const slips: [object, RegExp][] = [
    [{ format: 'cvs' }, /There is no format "cvs"; there is edge-list, /],
    [{ timeZone: 'Mars/Olympus' }, /There is no time zone "Mars\/Olympus"/],
    [{ format: 'mapped-csv', columns: new Map([['id', 'nope']]) }, /There is no column "nope"; the file has a, b\./],
    [{}, /The format of file was not recognised/]
  ]
  for (const [said, message] of slips) await assert.rejects(importBytes(stores, 'a,b\nx,y\n', said), message)
  assert.deepEqual(await listImports(stores.database), [])
})
