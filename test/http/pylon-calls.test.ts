import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Gone, InvalidRequest } from '../../src/errors.ts'
import { adminToken, identityOfAnn, identityToken, memberToken, strangerToken } from './support/http-server.ts'
import { memoryPylon, recordingStart } from './support/memory-pylon.ts'
import { pylonServer } from './support/pylon-client.ts'
import { rawRequest } from './support/raw-request.ts'

const taskList = '/v1.6/pylon/linkedin/task/analysis'
const noTasks = { count: 0, page: 1, pages: 1, per_page: 25, tasks: [] }

test('every version answers, also without one, and is repeated in a header', async t => {
  const { ask } = await pylonServer(t)
  for (const [prefix, version] of [
    ['', '1'],
    ['/v1', '1'],
    ['/v1.0', '1'],
    ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'].map(number => [`/v${number}`, number] as const)
  ] as const) {
    const answer = await ask(`${prefix}/pylon/linkedin/task`)
    assert.deepEqual([answer.status, answer.headers.get('x-api-version')], [200, version], prefix)
    assert.deepEqual(await answer.json(), noTasks)
  }
  const unknown = await ask('/v1.7/pylon/linkedin/task')
  assert.equal(unknown.status, 404)
  assert.match(((await unknown.json()) as { error: string }).error, /nothing at this path/)
})

test('all spellings that clients use lead to the same call', async t => {
  const { answer } = await pylonServer(t)
  for (const path of [
    '/v1.6/pylon/linkedin/task/analysis',
    '/v1.6/pylon/linkedin/task/analysis?',
    '/v1.6/pylon/linkedin/task/analysis/',
    '/v1.6/pylon/linkedin/task/analysis/?',
    '/v1.6/pylon/linkedin/task',
    '/v1.6/pylon/linkedin/task/',
    '/v1.6/pylon/linkedin/task?',
    '/v1.6//pylon//linkedin/task',
    '//v1.6/pylon/linkedin/task',
    '//pylon/linkedin/task',
    '/v1.5/pylon/linkedin/task/analysis?service=linkedin&type=analysis&id=7&unknown=x'
  ]) {
    assert.deepEqual(await answer(path), [200, noTasks], path)
  }
})

test('a call without a service is one of facebook', async t => {
  const { answer, pylon } = await pylonServer(t)
  const [status, body] = await answer('/v1.3/pylon/compile', { method: 'POST', body: { csdl: 'x' } })
  assert.equal(status, 200)
  const { hash } = body as { hash: string }
  await answer('/v1.3/pylon/start', { method: 'POST', body: { hash, name: 'one' } })
  assert.equal(pylon.kept.recordings[0]?.service, 'facebook')
})

test('an unknown service is refused with those that there are', async t => {
  const { answer } = await pylonServer(t)
  const refusal = [400, { error: 'service is invalid; valid values are: facebook,linkedin,twitter,bluesky,mastodon' }]
  assert.deepEqual(await answer('/v1.6/pylon/myspace/task/analysis'), refusal)
  assert.deepEqual(await answer('/v1.6/pylon/myspace/task/insights'), refusal)
  assert.deepEqual(await answer('/v1.6/pylon/myspace/task/insights/7'), refusal)
  assert.deepEqual(await answer('/v1.6/pylon/myspace/get'), refusal)
  assert.deepEqual(await answer('/v1.6/pylon/myspace/validate', { method: 'POST', body: { csdl: 'x' } }), refusal)
})

test('a key comes with its user name in any of four ways, or in those of the other API', async t => {
  const { url } = await pylonServer(t)
  const pair = `ann:${identityToken}`
  const basic = Buffer.from(pair).toString('base64')
  const calls: [query: string, headers: Record<string, string>][] = [
    ['', { authorization: pair }],
    ['', { authorization: `Basic ${basic}` }],
    ['', { authorization: `basic ${basic}` }],
    ['', { auth: pair }],
    ['', { auth: pair, authorization: 'Negotiate abc' }],
    [`?username=ann&api_key=${identityToken}`, {}],
    [`?access_token=${identityToken}`, {}],
    ['', { authorization: `Bearer ${identityToken}` }],
    ['', { authorization: `token ${identityToken}` }],
    ['', { authorization: identityToken }]
  ]
  for (const [query, headers] of calls) {
    const answer = await fetch(url + taskList + query, { headers })
    assert.equal(answer.status, 200, `${query} ${JSON.stringify(headers)}`)
  }
})

test('whoever is not known is told so, and nothing is charged', async t => {
  const { url } = await pylonServer(t)
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
  const calls: [query: string, headers: Record<string, string>][] = [
    ['', {}],
    ['', { authorization: `bob:${identityToken}` }],
    ['', { authorization: `ANN:${identityToken}` }],
    ['', { authorization: `:${identityToken}` }],
    ['', { authorization: `ann:${identityToken.slice(1)}` }],
    ['', { authorization: 'ann:' }],
    ['', { authorization: basic(`bob:${identityToken}`) }],
    ['', { authorization: basic('ann') }],
    ['', { authorization: 'Basic ???' }],
    ['', { auth: `bob:${identityToken}` }],
    [`?api_key=${identityToken}`, {}],
    [`?username=bob&api_key=${identityToken}`, {}],
    [`?username=ann&api_key=${'9'.repeat(5000)}`, {}],
    ['?access_token=wrong', {}]
  ]
  for (const [query, headers] of calls) {
    const answer = await fetch(url + taskList + query, { headers })
    assert.deepEqual([answer.status, await answer.json()], [401, { error: 'Authorization failed' }])
    assert.equal(answer.headers.get('x-ratelimit-cost'), null)
  }
})

test('the key of an account may list recordings, all else wants the key of an identity', async t => {
  const { answer, ask } = await pylonServer(t)
  const headers = { authorization: `ann:${memberToken}` }
  const body = { csdl: 'x' }
  for (const [method, path] of [
    ['GET', taskList],
    ['POST', '/v1.4/pylon/linkedin/task'],
    ['POST', '/v1.6/pylon/linkedin/compile'],
    ['POST', '/v1.6/pylon/linkedin/analyze']
  ] as const) {
    const refused = await ask(path, { method, headers, ...(method === 'POST' && { body }) })
    const error = 'You must use an account identity to access this endpoint'
    assert.deepEqual([refused.status, await refused.json()], [403, { error }], path)
    assert.equal(refused.headers.get('x-ratelimit-limit'), null)
  }
  const admin = { authorization: `ann:${adminToken}` }
  for (const key of [headers, admin]) assert.equal((await answer('/v1.6/pylon/linkedin/get', { headers: key }))[0], 200)
})

test('headers of an answer, as they go over the wire', async t => {
  const { url } = await pylonServer(t)
  const headers = [['Authorization', `ann:${identityToken}`]] as const
  const { head } = await rawRequest(url, { method: 'GET', target: taskList, headers, body: new Uint8Array() })
  const lines = head.split('\r\n').slice(1)
  const read = (name: string) => lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2)

  assert.equal(read('content-type'), 'application/json; charset=utf-8')
  assert.equal(read('x-api-version'), '1.6')
  assert.equal(read('x-ratelimit-limit'), '100000')
  assert.equal(read('x-ratelimit-remaining'), '100000')
  assert.equal(read('x-ratelimit-cost'), '5')
  assert.ok(Math.abs(Number(read('x-ratelimit-reset')) - Date.now() / 1000 - 3600) < 5)
  assert.ok(Number(read('x-ratelimit-reset-ttl')) > 3590)
  assert.match(read('x-datasift-request-id') ?? '', /^[0-9a-f]{32}$/)
  assert.equal(read('access-control-allow-origin'), '*')
  assert.equal(read('access-control-allow-headers'), 'Authorization,Content-Type')
  assert.equal(read('access-control-allow-methods'), 'GET,POST,PUT,DELETE')
  assert.equal(read('x-content-type-options'), 'nosniff')
})

test("a browser's question before a request of another site is answered without credentials", async t => {
  const { url } = await pylonServer(t)
  for (const path of ['/v1.6/pylon/linkedin/task', '/pylon/compile', '/v1.6/pylon/linkedin/task/analysis/x/stop']) {
    const answer = await fetch(url + path, { method: 'OPTIONS' })
    assert.equal(answer.status, 204, path)
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('access-control-allow-methods'), 'GET,POST,PUT,DELETE')
  }
  assert.equal((await fetch(`${url}/status`, { method: 'OPTIONS' })).status, 405)
})

test('errors are one sentence here, and a list in the Execute API', async t => {
  const { ask, url } = await pylonServer(t)
  const errorOf = async (answer: Response) => [answer.status, Object.keys((await answer.json()) as object)]

  assert.deepEqual(await errorOf(await ask('/v1.6/pylon/linkedin/nothing')), [404, ['error']])
  assert.deepEqual(await errorOf(await ask('/v1.6/compile')), [404, ['error']])
  assert.deepEqual(await errorOf(await ask('/pylon')), [404, ['error']])
  assert.deepEqual(await errorOf(await ask('/v1.6/executions')), [404, ['error']])
  assert.deepEqual(await errorOf(await ask('/v1.6/')), [404, ['error']])
  assert.deepEqual(await errorOf(await ask(taskList, { method: 'PUT' })), [405, ['error']])
  assert.deepEqual(await errorOf(await ask('/v1.6/pylon/%zz/task')), [400, ['error']])
  assert.deepEqual(await errorOf(await ask(`/v1.6/pylon/${'x'.repeat(300)}/task`)), [414, ['error']])
  assert.deepEqual(await errorOf(await ask('/v1.6/pylon/linkedin/task?page=%00')), [400, ['error']])
  const large = { method: 'POST', body: `"${'x'.repeat(4 * 1024 * 1024)}"` }
  assert.deepEqual(await errorOf(await ask('/v1.6/pylon/linkedin/compile', large)), [413, ['error']])
  assert.deepEqual(await errorOf(await fetch(`${url}/v1.6x/pylon/linkedin/task`)), [404, ['errors']])
  assert.deepEqual(await errorOf(await fetch(`${url}/executions`)), [401, ['errors']])
})

test('where several things are wrong each is a sentence of the one error', async t => {
  const pylon = memoryPylon()
  pylon.tasks.list = async () => {
    throw new InvalidRequest(['The first is wrong', 'The second, too.', 'And the third'])
  }
  const { answer } = await pylonServer(t, pylon)
  assert.deepEqual(await answer(taskList), [400, { error: 'The first is wrong. The second, too. And the third' }])
})

test('ending a task does not ask for its result, which may be gone', async t => {
  const pylon = memoryPylon()
  pylon.tasks.get = async () => {
    throw new Gone('The result of this task was removed')
  }
  const { ask, startRecording } = await pylonServer(t, pylon)
  const { id: recording } = await startRecording()
  const body = { subscription_id: recording, name: 'n', type: 'analysis', parameters: {} }
  const submitted = await ask('/v1.6/pylon/linkedin/task', { method: 'POST', body })
  const { id } = (await submitted.json()) as { id: string }
  assert.equal((await ask(`${taskList}/${id}`, { method: 'DELETE' })).status, 200)
})

test('a bug is answered with the id of the request, and nothing else of it', async t => {
  const pylon = memoryPylon()
  pylon.tasks.list = async () => {
    throw new TypeError('secret of the house')
  }
  const { ask } = await pylonServer(t, pylon)
  const answer = await ask(taskList)
  const { error } = (await answer.json()) as { error: string }
  assert.equal(answer.status, 500)
  assert.ok(error.includes(answer.headers.get('x-request-id') ?? 'no id'))
  assert.doesNotMatch(error, /secret/)
})

test('calls are charged, the first of an hour is free, and wrong ones cost as much', async t => {
  const { ask, startRecording } = await pylonServer(t)
  const { id } = await startRecording()
  const remainingAfter = async (path: string, init = {}) => {
    const answer = await ask(path, init)
    await answer.text()
    return [answer.status, Number(answer.headers.get('x-ratelimit-remaining'))]
  }
  // The compile was free, the start has cost 25.
  assert.deepEqual(await remainingAfter(taskList), [200, 99_970])
  assert.deepEqual(await remainingAfter(`${taskList}?page=0`), [400, 99_965])
  assert.deepEqual(await remainingAfter(`${taskList}/${'b'.repeat(40)}`), [404, 99_960])
  const stop = { method: 'PUT', body: { id } }
  assert.deepEqual(await remainingAfter('/v1.6/pylon/linkedin/stop', stop), [204, 99_955])
  assert.deepEqual(await remainingAfter('/v1.6/pylon/linkedin/stop', stop), [409, 99_950])
  assert.deepEqual(await remainingAfter('/v1.6/pylon/linkedin/get'), [200, 99_925])
  assert.deepEqual(await remainingAfter(`/v1.6/pylon/linkedin/tags?id=${id}`), [200, 99_900])
  assert.deepEqual(await remainingAfter(`/v1.6/pylon/linkedin/sample?id=${id}`), [200, 99_875])
  assert.deepEqual(await remainingAfter('/v1.6/pylon/linkedin/task', { method: 'POST', body: {} }), [400, 40_000])
  assert.deepEqual(await remainingAfter('/v1.6/pylon/linkedin/task', { method: 'POST', body: {} }), [400, 39_975])
  assert.deepEqual(await remainingAfter('/v1.6/pylon/linkedin/analyze', { method: 'POST', body: {} }), [400, 90_000])
})

test('when the credits of an hour are used up a call is refused, as clients recognise it', async t => {
  const { ask } = await pylonServer(t, memoryPylon({ rates: { general: 12 } }))
  const statuses = []
  for (let call = 0; call < 4; call++) statuses.push((await ask(taskList)).status)
  assert.deepEqual(statuses, [200, 200, 200, 429])

  const refused = await ask(taskList)
  assert.deepEqual(await refused.json(), { error: 'API Rate Limit Exceeded' })
  const [cost, remaining] = ['cost', 'remaining'].map(name => Number(refused.headers.get(`x-ratelimit-${name}`)))
  assert.deepEqual([cost, remaining], [5, 2])
  assert.ok(Number(refused.headers.get('retry-after')) > 3590)
})

test('JSONP: a script that calls the function with the answer, errors too', async t => {
  const { ask } = await pylonServer(t)
  const good = await ask(`${taskList}?callback=jQuery.cb_1&page=1`)
  assert.equal(good.headers.get('content-type'), 'text/javascript; charset=utf-8')
  assert.equal(good.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(await good.text(), `/**/jQuery.cb_1(${JSON.stringify(noTasks)});`)
  for (const [path, status, error] of [
    [`${taskList}?page=0&callback=f`, 400, 'The page parameter must be an integer greater than zero'],
    ['/v1.6/pylon/linkedin/nothing?callback=f', 404, 'There is nothing at this path: GET /docs says what there is.']
  ] as const) {
    const wrong = await ask(path)
    assert.equal(wrong.status, status)
    assert.equal(await wrong.text(), `/**/f(${JSON.stringify({ error })});`)
  }
  const unknown = await ask(`${taskList}?callback=f`, { headers: { authorization: 'x:y' } })
  assert.equal(await unknown.text(), '/**/f({"error":"Authorization failed"});')
})

test('JSONP takes the name of a function and nothing that could be more', async t => {
  const { ask } = await pylonServer(t)
  for (const name of ['', 'alert(1)', 'a;b', '1a', 'a b', 'a-b', `a${'b'.repeat(100)}`, '</script>', 'a[0]', 'ä']) {
    const answer = await ask(`${taskList}?callback=${encodeURIComponent(name)}`)
    assert.equal(answer.status, 400, name)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
    assert.match(((await answer.json()) as { error: string }).error, /^callback is invalid/)
  }
})

test('a line separator in an answer does not break a script', async t => {
  const { ask, startRecording } = await pylonServer(t)
  const { id } = await startRecording()
  const name = 'a\u2028b\u2029c'
  const body = { subscription_id: id, name, type: 'analysis', parameters: {} }
  await ask('/v1.6/pylon/linkedin/task', { method: 'POST', body })
  const script = await (await ask(`${taskList}?callback=f`)).text()
  assert.doesNotMatch(script, /[\u2028\u2029]/)
  assert.ok(script.includes('a\\u2028b\\u2029c'))
})

test('the keys of another account are of another account', async t => {
  const { url } = await pylonServer(t)
  const ask = (user: string) =>
    fetch(`${url}/pylon/linkedin/get`, { headers: { authorization: `${user}:${strangerToken}` } })
  assert.deepEqual([(await ask('bob')).status, (await ask('ann')).status], [200, 401])
})

test('a task is submitted, listed, read and ended', async t => {
  const { ask, answer, startRecording, pylon } = await pylonServer(t)
  const { id: recording } = await startRecording()
  const parameters = { parameters: { analysis_type: 'freqDist', parameters: { target: 'li.type', threshold: 3 } } }
  const body = { subscription_id: recording, name: 'Types', type: 'analysis', parameters }
  const submitted = await ask('/v1.6/pylon/linkedin/task', { method: 'POST', body })
  const { id } = (await submitted.json()) as { id: string }

  assert.equal(submitted.status, 202)
  assert.match(id, /^[0-9a-f]{40}$/)
  assert.deepEqual(
    ['x-analysis-tasks-queued', 'x-analysis-tasks-queue-limit', 'x-strategy-tasks-queued'].map(name =>
      submitted.headers.get(name)
    ),
    ['1', '1000', null]
  )
  const task = {
    ...{ id, identity_id: identityOfAnn, subscription_id: recording, name: 'Types', type: 'analysis', parameters },
    ...{ result: null, usage: { analysis_tasks: 1 }, steps_completed: null, total_steps: null, message: '' },
    ...{ status: 'queued', created_at: recordingStart, updated_at: recordingStart }
  }
  const list = { count: 1, page: 1, pages: 1, per_page: 25 }
  assert.deepEqual(await answer(taskList), [200, { ...list, tasks: [task] }])
  for (const path of [`task/analysis/${id}`, `task/${id}`, `task/analysis/${id}/`, `task/analysis/${id}?service=x`]) {
    assert.deepEqual(await answer(`/v1.6/pylon/linkedin/${path}`), [200, task], path)
  }
  assert.deepEqual(await answer(`/v1.5/pylon/linkedin/task/analysis/${id}`), [200, { ...task, message: null }])
  assert.deepEqual(await answer(`/v1.6/pylon/linkedin/task/strategy/${id}`), [404, { error: 'Task not found' }])

  const result = { interactions: 100 }
  pylon.kept.tasks = pylon.kept.tasks.map(row => ({
    ...row,
    ...{ state: 'finished' as const, stepsCompleted: 1, totalSteps: 1, updatedAt: row.updatedAt + 7999, result }
  }))
  const done = {
    ...task,
    status: 'completed',
    steps_completed: 1,
    total_steps: 1,
    updated_at: recordingStart + 7,
    result
  }
  assert.deepEqual(await answer(`/v1.6/pylon/linkedin/task/analysis/${id}`), [200, done])
  assert.deepEqual(await answer(`${taskList}?status=completed`), [200, { ...list, tasks: [{ ...done, result: null }] }])
  assert.deepEqual(await answer(`${taskList}?status=failed`), [200, noTasks])

  const ended = { ...done, status: 'failed', message: 'This task was stopped' }
  for (const [method, path] of [
    ['DELETE', `task/analysis/${id}`],
    ['DELETE', `task/${id}`],
    ['PUT', `task/analysis/${id}/stop`],
    ['POST', `task/analysis/${id}/stop`]
  ] as const) {
    assert.deepEqual(await answer(`/v1.6/pylon/linkedin/${path}`, { method }), [200, ended], `${method} ${path}`)
  }
  const ofOtherType = await answer(`/v1.6/pylon/linkedin/task/strategy/${id}`, { method: 'DELETE' })
  assert.deepEqual(ofOtherType, [404, { error: 'Task not found' }])
})
