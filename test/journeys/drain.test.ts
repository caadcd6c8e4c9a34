import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { apiAt } from '../support/api.ts'
import { startChildServer } from '../support/child-server.ts'
import { startFront } from '../support/engines.ts'
import { inReverse } from '../support/in-reverse.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { within } from '../support/within.ts'
import { countQueries, makeFollowsEndless, makeFollowsShort } from './endless-follows.ts'

// What running jobs and answers are given.
const graceMs = 10_000
type Audience = { readonly together: { readonly audienceSize: number } }

const clean = { code: 0, signal: null }

const followersOf = (hub: string, count: number) =>
  Array.from({ length: count }, (_, index) => `twitter:${1_000 + index},${hub}\n`)

/** A file that takes a while to send. */
function slowly(lines: readonly string[], pieces: number, pauseMs: number): ReadableStream<Uint8Array> {
  const size = Math.ceil(lines.length / pieces)
  let sent = 0
  return new ReadableStream({
    async pull(controller) {
      if (sent >= lines.length) return controller.close()
      const head = sent === 0 ? 'from_id,to_id\n' : ''
      controller.enqueue(new TextEncoder().encode(head + lines.slice(sent, sent + size).join('')))
      sent += size
      await sleep(pauseMs)
    }
  })
}

test('SIGTERM lets running requests and jobs come to an end, and loses nothing that was acknowledged', async t => {
  const home = await temporaryFolder(t)
  const server = await startChildServer(t, { home })
  const api = apiAt(server.url)
  await api.importFile('few.csv', `from_id,to_id\n${followersOf('twitter:2', 100).join('')}`)
  const importing = api.importFile('slow.csv', slowly(followersOf('twitter:1', 2_000), 20, 100))
  await sleep(500)
  const asked = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      api.execute('ExternalInfluencers', { ids: ['twitter:2', `twitter:${5_000 + index}`] })
    )
  )
  const last = asked.at(-1)?.execution ?? ''
  const waiting = api.ask(`/status?execution=${last}`, { headers: { prefer: 'wait=5' } })
  await sleep(50)

  const start = performance.now()
  server.signal('SIGTERM')
  assert.equal((await importing).counts.follows, 2_000)
  assert.equal((await waiting).status, 200)
  assert.deepEqual(await server.ended, clean)
  const ms = performance.now() - start
  assert.ok(ms < graceMs, `it took ${ms} ms`)
  await assert.rejects(api.ask('/healthz'))

  const again = await startChildServer(t, { home })
  const after = apiAt(again.url)
  for (const { execution } of asked) assert.equal((await after.ended(execution)).status, 'FINISHED')
  const { together } = await after.run<Audience>('FollowerBreakdown', {
    ids: ['twitter:1']
  })
  assert.equal(together.audienceSize, 2_000)
  t.diagnostic(`ended ${ms.toFixed(0)} ms after SIGTERM`)
})

test('what takes longer than the grace time is put back, its query killed, and goes on after the next start', async t => {
  const home = await temporaryFolder(t)
  const warehouseUrl = `${await startFront()}/demograph_drain`
  const env = { WAREHOUSE_URL: warehouseUrl }
  const server = await startChildServer(t, { home, env })
  const api = apiAt(server.url)
  await api.importFile('few.csv', `from_id,to_id\n${followersOf('twitter:2', 100).join('')}`)
  const warehouse = inReverse(t).use(await openWarehouse({ url: warehouseUrl, cluster: '' }))
  await makeFollowsEndless(warehouse)
  const { execution } = await api.execute('AudienceInfluencers', { ids: ['twitter:2', 'twitter:1000'] })
  await within(10_000, 'the query runs', async () => (await countQueries(warehouse, execution)) > 0)
  // Whoever waits for it must not keep the server: it gets the status as it is.
  const waiting = api.ask(`/status?execution=${execution}`, { headers: { prefer: 'wait=60' } })
  await sleep(100)

  const start = performance.now()
  server.signal('SIGTERM')
  assert.equal(((await (await waiting).json()) as { status: string }).status, 'RUNNING')
  const answeredMs = performance.now() - start
  assert.ok(answeredMs < 1_000, `who waits was answered after ${answeredMs} ms`)
  assert.deepEqual(await server.ended, clean)
  const ms = performance.now() - start
  assert.ok(ms < graceMs + 5_000, `it took ${ms} ms`)
  assert.equal(await countQueries(warehouse, execution), 0)
  t.diagnostic(`ended ${ms.toFixed(0)} ms after SIGTERM`)

  await makeFollowsShort(warehouse)
  const again = await startChildServer(t, { home, env })
  assert.equal((await apiAt(again.url).ended(execution)).status, 'FINISHED')
})

test('an import that takes longer than the grace time is cut, and resumed where it was', async t => {
  const home = await temporaryFolder(t)
  const server = await startChildServer(t, { home })
  const lines = followersOf('twitter:1', 150_000)
  const key = 'long'
  const importing = apiAt(server.url).importFile('long.csv', slowly(lines, 300, 100), { key })
  const cut = assert.rejects(importing)
  await sleep(4_000)

  const start = performance.now()
  assert.deepEqual(await server.end('SIGTERM'), clean)
  const ms = performance.now() - start
  await cut
  assert.ok(ms < graceMs + 5_000, `it took ${ms} ms`)
  assert.equal(server.output().includes('"level":50'), false, server.output())

  const api = apiAt((await startChildServer(t, { home })).url)
  const imported = await api.importFile('long.csv', `from_id,to_id\n${lines.join('')}`, { key })
  assert.ok(imported.resumed_from > 0)
  const { together } = await api.run<Audience>('FollowerBreakdown', { ids: ['twitter:1'] })
  assert.equal(together.audienceSize, lines.length)
  t.diagnostic(`ended ${ms.toFixed(0)} ms after SIGTERM, resumed from record ${imported.resumed_from}`)
})
