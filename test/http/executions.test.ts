import assert from 'node:assert/strict'
import { test } from 'node:test'
import { httpServer } from './support/http-server.ts'
import { errorOf, json, submit } from './support/submit.ts'

type List = { totalItems: number; items: { execution: string; status: string }[] }

test('the list is newest first, page by page', async t => {
  const server = await httpServer(t)
  const hashes = [
    await submit(server, { ids: [1] }),
    await submit(server, { ids: [2] }),
    await submit(server, { ids: [3] })
  ]
  const list = async (query: string) => (await (await server.ask(`/executions${query}`)).json()) as List

  assert.deepEqual(
    (await list('')).items.map(item => item.execution),
    hashes.toReversed()
  )
  const page = await list('?max=1&offset=1')
  assert.deepEqual([page.totalItems, page.items.map(item => item.execution)], [3, [hashes[1]]])
})

test('filters are given in the query, in JSON or in HOCON', async t => {
  const server = await httpServer(t)
  const first = await submit(server, { ids: [1], labels: ['spring'] })
  const second = await submit(server, { ids: [2] })
  server.executions.set(second, { state: 'stopped' })
  const list = async (query: string, init?: RequestInit) => {
    const answer = await server.ask(`/executions${query}`, init)
    return ((await answer.json()) as List).items.map(item => item.execution)
  }
  const post = (body: string, type: string) => ({ method: 'POST', body, headers: { 'content-type': type } })

  assert.deepEqual(await list('?label=spring'), [first])
  assert.deepEqual(await list('?status=KILLED'), [second])
  assert.deepEqual(await list('?status=killed,SUBMITTED'), [second, first])
  assert.deepEqual(await list('?status=INVALID'), [])
  assert.deepEqual(await list('', { method: 'POST' }), [second, first])
  assert.deepEqual(await list('', post('{"label": "spring", "max": 5, "user": null}', 'application/json')), [first])
  assert.deepEqual(await list('', post('status = [KILLED], max = 5', 'application/hocon')), [second])
  assert.deepEqual(await list('?label=spring', post('{"label": "autumn"}', 'application/json')), [first])
})

test('a wrong filter is 400 with its name', async t => {
  const { ask } = await httpServer(t)
  for (const [query, name] of [
    ['?max=0', 'max'],
    ['?max=201', 'max'],
    ['?offset=-1', 'offset'],
    ['?offset=99999999', 'offset'],
    ['?status=DONE', 'status'],
    [`?label=${'x'.repeat(501)}`, 'label']
  ] as const) {
    const [status, errors] = await errorOf(await ask(`/executions${query}`))
    assert.equal(status, 400, query)
    assert.ok(errors[0]?.startsWith(`${name}: `), errors[0])
  }
  const [status] = await errorOf(
    await ask('/executions', { method: 'POST', body: '{"label": {"a": 1}}', headers: json })
  )
  assert.equal(status, 400)
})
