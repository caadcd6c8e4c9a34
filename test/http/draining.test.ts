import assert from 'node:assert/strict'
import net from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { adminToken, httpServer } from './support/http-server.ts'
import { errorOf, json, submit } from './support/submit.ts'

test('a draining server refuses new work, goes on answering, and asks its clients to leave', async t => {
  let isDraining = false
  const server = await httpServer(t, { isDraining: () => isDraining })
  const hash = await submit(server)
  isDraining = true

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
