import assert from 'node:assert/strict'
import net from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { makeFollowsEndless } from '../journeys/endless-follows.ts'
import { apiAt, type Status } from '../support/api.ts'
import { testApp } from '../support/app.ts'
import { startFront } from '../support/engines.ts'
import { within } from '../support/within.ts'
import { adminToken, httpServer } from './support/http-server.ts'
import { errorOf, json, submit } from './support/submit.ts'

test('a draining server refuses new work, goes on answering, and asks its clients to leave', async t => {
  const draining = new AbortController()
  const server = await httpServer(t, { draining: draining.signal })
  const hash = await submit(server)
  const waiting = server.ask(`/status?execution=${hash}`, { headers: { prefer: 'wait=30' } })
  const streaming = server.ask(`/progress?execution=${hash}`, { headers: { accept: 'text/event-stream' } })
  await within(5_000, 'both wait', () => server.executions.waiting() === 2)
  draining.abort()
  assert.equal((await waiting).status, 200)
  assert.match(await (await streaming).text(), /^event: progress\n.+\n\n$/)

  const post = (path: string) =>
    server.ask(path, { method: 'POST', body: '{}', headers: { ...json, authorization: adminToken } })
  for (const path of ['/execute/AudienceInfluencers', '/execute', '/import']) {
    const answer = await post(path)
    assert.equal(answer.headers.get('retry-after'), '5', path)
    assert.equal(answer.headers.get('connection'), 'close', path)
    assert.equal((await errorOf(answer))[0], 503, path)
  }
  assert.equal((await server.ask(`/status?execution=${hash}`)).status, 200)
  assert.equal((await server.ask(`/resources/${hash}`)).status, 204)
  assert.equal((await server.ask(`/stop?execution=${hash}`, { method: 'POST' })).status, 200)
  assert.equal((await server.ask('/healthz')).status, 200)
  assert.equal((await errorOf(await server.ask('/readyz')))[0], 503)
})

test('while its last jobs end, a program that was told to stop says how they stand and lets them be stopped', async t => {
  const warehouseUrl = `${await startFront()}/demograph_draining`
  const { url, app } = await testApp(t, { WAREHOUSE_URL: warehouseUrl })
  const api = apiAt(url)
  await api.importFile('few.csv', 'from_id,to_id\ntwitter:1,twitter:2\n')
  const warehouse = await openWarehouse({ url: warehouseUrl, cluster: '' })
  t.after(() => warehouse[Symbol.asyncDispose]())
  await makeFollowsEndless(warehouse)
  const { execution } = await api.execute('AudienceInfluencers', { ids: ['twitter:1', 'twitter:2'] })
  await within(10_000, 'it runs', async () => (await api.status(execution)).status === 'RUNNING')

  const ended = app[Symbol.asyncDispose]()
  const refused = await api.post('/execute/AudienceInfluencers', { ids: ['twitter:3'] })
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '5'])
  const startMs = performance.now()
  const waited = await api.ask(`/status?execution=${execution}`, { headers: { prefer: 'wait=60' } })
  assert.equal(((await waited.json()) as Status).status, 'RUNNING')
  const waitedMs = performance.now() - startMs
  assert.ok(waitedMs > 400 && waitedMs < 3_000, `a poll is held back a moment, not ${waitedMs} ms`)
  const stopped = await api.ask(`/stop?execution=${execution}`, { method: 'POST' })
  assert.equal(((await stopped.json()) as Status).status, 'KILLED')

  await ended
  await assert.rejects(api.ask('/healthz'))
})

test('a server that is not ready says why', async t => {
  const { ask } = await httpServer(t, { readiness: async () => ({ ready: false, reasons: ['The disk is full.'] }) })

  assert.deepEqual(await errorOf(await ask('/readyz')), [503, ['The disk is full.']])
  assert.equal((await ask('/healthz')).status, 200)
})

test('closing ends progress streams and connections that never asked anything', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  const stream = await server.ask(`/progress?execution=${hash}`, { headers: { accept: 'text/event-stream' } })
  const silent = net.connect(Number(new URL(server.url).port), '127.0.0.1')
  await sleep(50)
  const startMs = performance.now()

  await Promise.all([server.close(), stream.text()])

  assert.ok(performance.now() - startMs < 2_000)
  silent.destroy()
})
