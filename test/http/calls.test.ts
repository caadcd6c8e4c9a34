import assert from 'node:assert/strict'
import { test } from 'node:test'
import { httpServer, memberToken, strangerToken } from './support/http-server.ts'
import { errorOf, json, submit } from './support/submit.ts'

test('a token is taken from the query and from the header in every documented way', async t => {
  const { url } = await httpServer(t)
  const plain = (path: string, authorization?: string) =>
    fetch(url + path, authorization ? { headers: { authorization } } : {}).then(answer => answer.status)

  assert.equal(await plain(`/executions?access_token=${memberToken}`), 200)
  for (const scheme of ['', 'token ', 'Token ', 'Bearer ', 'bearer  ']) {
    assert.equal(await plain('/executions', scheme + memberToken), 200, scheme)
  }
  assert.equal(await plain('/executions'), 401)
  for (const wrong of ['Bearer', 'Bearer x', 'Basic YTpi', 'x'.repeat(5000), `Bearer ${memberToken} x`]) {
    assert.equal(await plain('/executions', wrong), 401, wrong)
  }
})

test('without a good token the answer says how to send one', async t => {
  const { url } = await httpServer(t)
  const answer = await fetch(`${url}/executions`)

  assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/)
  assert.match((await errorOf(answer))[1].join(), /Authorization: Bearer TOKEN/)
})

test("a member cannot import, and nobody sees another account's execution", async t => {
  const server = await httpServer(t)
  const hash = await submit(server)

  assert.equal((await server.ask('/import', { method: 'POST', body: 'x' })).status, 403)
  const asStranger = { headers: { authorization: strangerToken } }
  for (const path of [`/status?execution=${hash}`, `/resources/${hash}`, `/progress?execution=${hash}`]) {
    assert.equal((await server.ask(path, asStranger)).status, 404, path)
  }
  assert.equal((await server.ask(`/stop?execution=${hash}`, { ...asStranger, method: 'POST' })).status, 404)
})

test('new work is 202 with the place of its status, a finished question is 200', async t => {
  const server = await httpServer(t)
  const ask = () =>
    server.ask('/execute', { method: 'POST', body: '{"job":"AudienceInfluencers","ids":["a"]}', headers: json })
  const first = await ask()
  const { execution, status } = (await first.json()) as { execution: string; status: string }

  assert.deepEqual([first.status, status], [202, 'SUBMITTED'])
  assert.equal(first.headers.get('location'), `/status?execution=${execution}`)
  server.executions.set(execution, { state: 'running' })
  assert.deepEqual(await (await ask()).json(), { execution, status: 'RUNNING' })
  server.executions.set(execution, { state: 'finished' })
  const last = await ask()
  assert.deepEqual([last.status, await last.json()], [200, { execution, status: 'FINISHED' }])
})

test('fresh=true, in the query or in the body, asks for a new execution all the same', async t => {
  const server = await httpServer(t)
  const execute = async (query: string, body: string, type = 'application/json') => {
    const headers = { 'content-type': type }
    const answer = await server.ask(`/execute/AudienceInfluencers${query}`, { method: 'POST', body, headers })
    return answer.status === 400 ? 400 : ((await answer.json()) as { execution: string }).execution
  }
  const plain = '{"ids":["twitter:1"]}'
  const hash = await execute('', plain)

  assert.equal(await execute('', plain), hash)
  assert.equal(await execute('?fresh=false', plain), hash)
  const fresh = [
    await execute('?fresh=true', plain),
    await execute('', '{"ids":["twitter:1"],"fresh":true}'),
    await execute('', '{"ids":["twitter:1"],"fresh":true}'),
    await execute('', 'ids = ["twitter:1"], fresh = on', 'application/hocon')
  ]
  assert.equal(new Set([hash, ...fresh]).size, 5)
  assert.equal(await execute('?fresh=perhaps', plain), 400)
  assert.equal(await execute('', '{"ids":["twitter:1"],"fresh":"perhaps"}'), 400)
})

test('an unknown job type is 404, no job type at all is 400', async t => {
  const { ask } = await httpServer(t)
  for (const call of ['/estimate', '/execute']) {
    const post = (path: string, body: string) => ask(path, { method: 'POST', body, headers: json }).then(errorOf)
    assert.deepEqual(await post(`${call}/Nonsense`, '{}'), [404, ['Invalid job type']])
    assert.deepEqual(await post(call, '{"job": "Nonsense"}'), [404, ['Invalid job type']])
    assert.equal((await post(call, '{"ids": []}'))[0], 400)
    assert.equal((await post(call, '{"job": 7}'))[0], 400)
  }
})

test('a status is asked for with a trailing slash, a stray question mark and a content type on a GET', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  for (const path of [
    `/status?execution=${hash}?access_token=${memberToken}`,
    `/status/?execution=${hash}?access_token=${memberToken}`,
    `/status/?execution=${hash}&access_token=${memberToken}`,
    `/status?access_token=${memberToken}&execution=first&execution=${hash}`,
    `/status?configuration=any&execution=${hash}&access_token=${memberToken}`
  ]) {
    const answer = await fetch(server.url + path, { headers: { ...json, accept: 'application/json' } })
    assert.equal(answer.status, 200, path)
    assert.equal(((await answer.json()) as { execution: string }).execution, hash)
  }
})

test('an execution is stopped by POST or GET, named in the query or in a body of any type', async t => {
  const server = await httpServer(t)
  const ways: [path: (hash: string) => string, init: (hash: string) => RequestInit][] = [
    [hash => `/stop?execution=${hash}`, () => ({ method: 'POST' })],
    [hash => `/stop?execution=${hash}`, () => ({ method: 'POST', headers: json })],
    [hash => `/stop?execution=${hash}`, () => ({ method: 'POST', body: '{', headers: { 'content-type': 'x/y' } })],
    [hash => `/stop?execution=${hash}`, () => ({ method: 'GET', headers: json })],
    [() => '/stop', hash => ({ method: 'POST', body: JSON.stringify({ execution: hash }), headers: json })],
    [() => '/stop', hash => ({ method: 'POST', body: `execution = ${hash}` })],
    [() => '/stop', hash => ({ method: 'POST', body: new URLSearchParams({ execution: hash, a: 'b' }) })],
    [() => '/stop/', hash => ({ method: 'POST', body: `{"execution":"${hash}"}`, headers: { 'content-type': '??' } })]
  ]
  for (const [index, [path, init]] of ways.entries()) {
    const hash = await submit(server, { ids: [`twitter:${index}`] })
    const answer = await server.ask(path(hash), init(hash))
    const body = (await answer.json()) as { execution: string; status: string }
    assert.deepEqual([answer.status, body.execution, body.status], [200, hash, 'KILLED'], String(index))
  }
  assert.equal((await server.ask('/stop', { method: 'POST', body: '{' })).status, 400)
  assert.equal((await server.ask('/stop', { method: 'HEAD' })).status, 405)
})

test('stopping a finished execution answers its status', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  server.executions.set(hash, { state: 'finished' })

  const answer = await server.ask(`/stop?execution=${hash}`, { method: 'POST' })

  assert.equal(((await answer.json()) as { status: string }).status, 'FINISHED')
})

test('what cannot be a job hash is an unknown one, and none at all is 400', async t => {
  const { ask } = await httpServer(t)
  for (const hash of ['12345', 'A'.repeat(26), "' OR 1=1 --", '../../etc/passwd']) {
    assert.equal((await ask(`/status?execution=${encodeURIComponent(hash)}`)).status, 404, hash)
    assert.equal((await ask(`/resources/${encodeURIComponent(hash)}`)).status, 404, hash)
  }
  assert.equal((await ask('/status')).status, 400)
  assert.equal((await ask('/status?execution=%00')).status, 400)
})

test('an Accept that excludes JSON is 406, also on an unfinished result', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  for (const path of [
    `/status?execution=${hash}`,
    `/resources/${hash}`,
    '/executions',
    `/progress?execution=${hash}`
  ]) {
    const answer = await server.ask(path, { headers: { accept: 'application/hocon' } })
    assert.equal(answer.status, 406, path)
    assert.match((await errorOf(answer))[1].join(), /application\/json/)
  }
})

test('an unknown path is 404 and a wrong method 405 with Allow, both as errors', async t => {
  const { ask } = await httpServer(t)
  for (const path of ['/', '/profiles', '/posts', '/statuses', '/resources', '/schemata/Nothing.json']) {
    assert.equal((await errorOf(await ask(path)))[0], 404, path)
  }
  const answer = await ask('/stop', { method: 'PUT', body: 'x' })
  assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST, GET'])
  for (const path of ['/execute/AudienceInfluencers', '/profile', '/post', '/enrich'])
    assert.equal((await ask(path)).headers.get('allow'), 'POST', path)
  assert.equal((await ask('/resources/x', { method: 'PATCH' })).headers.get('allow'), 'GET, HEAD, DELETE')
})

test('a sane request id is taken over, another one is replaced', async t => {
  const { ask } = await httpServer(t)
  const idOf = async (id: string) =>
    (await ask('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id')

  assert.equal(await idOf('trace-1:a.b'), 'trace-1:a.b')
  assert.match((await idOf('no good <id>')) ?? '', /^[0-9a-f-]{36}$/)
})

test('Prefer: wait holds a status back until the execution is over', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  setTimeout(() => server.executions.set(hash, { state: 'finished' }), 50)

  const answer = await server.ask(`/status?execution=${hash}`, { headers: { prefer: 'wait=10' } })

  assert.equal(answer.headers.get('preference-applied'), 'wait=10')
  assert.equal(((await answer.json()) as { status: string }).status, 'FINISHED')
})

test('a wait that is over answers what there is', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)

  const answer = await server.ask(`/status?execution=${hash}`, { headers: { prefer: 'wait=1' } })

  assert.equal(((await answer.json()) as { status: string }).status, 'SUBMITTED')
})
