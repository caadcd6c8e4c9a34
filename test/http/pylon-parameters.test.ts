import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryPylon, recordingStart } from './support/memory-pylon.ts'
import { pylonServer } from './support/pylon-client.ts'

const base = '/v1.6/pylon/linkedin'
const sentences = {
  page: 'The page parameter must be an integer greater than zero',
  perPage: 'The per_page parameter must be an integer greater than zero and less or equal to 100',
  status: 'status is invalid; valid values are: queued,running,completed,failed',
  type: 'type is invalid; valid values are: analysis,strategy',
  count: 'The count parameter must be an integer greater or equal to 10 and less or equal to 100'
}

test('parameters of the list of tasks: the sentences of the documentation', async t => {
  const { answer } = await pylonServer(t)
  for (const [query, error] of [
    ...['0', '-1', 'x', '1.5', '1e3', '0x1', '1'.repeat(101), ' 1', '1;2', '[1]'].map(
      page => [`page=${encodeURIComponent(page)}`, sentences.page] as const
    ),
    ...['0', '101', '-5', 'all', '2.5'].map(page => [`per_page=${page}`, sentences.perPage] as const),
    ...['Completed', 'done', 'queued,running', 'finished', '__proto__'].map(
      word => [`status=${word}`, sentences.status] as const
    ),
    ...['1000000001', '9007199254740993', '99999999999999999999'].map(
      page => [`page=${page}`, 'The page parameter must be less or equal to 1000000000'] as const
    ),
    ['page=1&page=0', sentences.page],
    ['page[]=1&page=0', sentences.page]
  ] as const) {
    assert.deepEqual(await answer(`${base}/task/analysis?${query}`), [400, { error }], query)
  }
  for (const query of ['page=', 'per_page=&status=', 'page=1&page=2', 'page[]=x', 'pages=0&Page=0']) {
    assert.equal((await answer(`${base}/task/analysis?${query}`))[0], 200, query)
  }
  assert.deepEqual(await answer(`${base}/task/Analysis`), [400, { error: sentences.type }])
  assert.deepEqual(await answer(`${base}/task/insights/${'a'.repeat(40)}`), [400, { error: sentences.type }])
  assert.deepEqual(await answer(`${base}/task/analysis/xyz`), [400, { error: 'id must be a valid hash' }])
  assert.deepEqual(await answer(`${base}/task/analysis/${'A'.repeat(40)}`), [400, { error: 'id must be a valid hash' }])
  assert.deepEqual(await answer(`${base}/task/analysis?page=3&per_page=7`), [
    200,
    { count: 0, page: 3, pages: 1, per_page: 7, tasks: [] }
  ])
})

test('a task is refused for what is missing, then for what is wrong', async t => {
  const { answer, startRecording } = await pylonServer(t)
  const { id } = await startRecording()
  const good = { subscription_id: id, name: 'n', type: 'analysis', parameters: {} }
  const post = (body: unknown) => answer(`${base}/task`, { method: 'POST', body })
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))

  for (const name of Object.keys(good)) {
    for (const body of [without(name), { ...good, [name]: null }, { ...good, [name]: '' }]) {
      assert.deepEqual(await post(body), [400, { error: `Missing param '${name}'` }], JSON.stringify(body))
    }
  }
  for (const [change, status, error] of [
    [{ subscription_id: 'x' }, 400, 'subscription_id must be a valid hash'],
    [{ subscription_id: 7 }, 400, 'The subscription_id parameter must be a string'],
    [{ subscription_id: 'f'.repeat(40) }, 404, 'Subscription not found'],
    [{ type: 'insights' }, 400, sentences.type],
    [{ type: ['analysis'] }, 400, 'The type parameter must be a string'],
    [{ name: 5 }, 400, 'The name parameter must be a string'],
    [{ parameters: [] }, 400, 'The parameters parameter must be an object'],
    [{ parameters: 5 }, 400, 'The parameters parameter must be an object']
  ] as const) {
    assert.deepEqual(await post({ ...good, ...change }), [status, { error }], JSON.stringify(change))
  }
  for (const body of ['"text"', '7', 'null', '[1]']) {
    assert.deepEqual(await post(body), [400, { error: 'The body must be a JSON object' }], body)
  }
  for (const [body, error] of [
    ['{"name": ', /^Line 1, column 10/],
    ['{"name": "\\u0000"}', /NUL/],
    [`{"parameters": ${'['.repeat(100)}`, /Line 1/],
    ['{"__proto__": {"type": "analysis"}}', /__proto__/]
  ] as const) {
    const [status, answered] = await post(body)
    assert.equal(status, 400)
    assert.match((answered as { error: string }).error, error)
  }
  for (const body of ['', '[]', ' ']) {
    assert.deepEqual(await post(body), [400, { error: "Missing param 'subscription_id'" }])
  }
})

test('start, stop and update: every verb, and every way of sending', async t => {
  const { answer, ask, pylon } = await pylonServer(t)
  const compile = await answer(`${base}/compile`, { method: 'POST', body: { csdl: 'a' } })
  const { hash } = (compile as [number, { hash: string }])[1]
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const plain = { 'content-type': 'text/plain' }
  const json = JSON.stringify({ hash, name: 'one' })

  for (const [method, query, body, headers] of [
    ['PUT', '', json, {}],
    ['POST', '', json, {}],
    ['PUT', `?hash=${hash}&name=one`, '', {}],
    ['POST', `?hash=${hash}&name=one`, '', {}],
    ['POST', '', `hash=${hash}&name=one`, form],
    ['PUT', '', json, form],
    ['POST', '', json, plain],
    ['POST', `?hash=${hash}&name=two`, '{"name": "one"}', {}],
    ['PUT', `?hash=${hash}&name=one`, undefined, {}]
  ] as const) {
    const answered = await ask(`${base}/start${query}`, { method, headers, ...(body !== undefined && { body }) })
    assert.equal(answered.status, 200, `${method} ${query} ${body}`)
    const { id } = (await answered.json()) as { id: string }
    assert.deepEqual(
      pylon.kept.recordings.filter(recording => recording.id === id).map(({ name }) => name),
      ['one']
    )
  }
  const { id = '' } = pylon.kept.recordings[0] ?? {}
  const empty = [204, undefined]
  assert.deepEqual(await answer(`${base}/stop`, { method: 'POST', body: { id } }), empty)
  assert.deepEqual(await answer(`${base}/start`, { method: 'PUT', body: { id } }), empty)
  assert.deepEqual(await answer(`${base}/stop?id=${id}`, { method: 'PUT', body: '' }), empty)
  assert.deepEqual(await answer(`${base}/update?id=${id}&hash=${hash}&name=two`, { method: 'PUT', body: '' }), empty)
  assert.deepEqual(await answer(`${base}/update`, { method: 'PUT', body: { id, name: 'three' } }), empty)
  assert.equal(pylon.kept.recordings[0]?.name, 'three')
  const stopped = await ask(`${base}/start`, { method: 'PUT', body: { id } })
  assert.equal(stopped.headers.get('content-type'), 'text/html')
})

test('a recording may begin with what comes from now on', async t => {
  const { answer, startRecording, pylon } = await pylonServer(t)
  const { hash } = await startRecording()
  await answer(`${base}/start`, { method: 'PUT', body: { hash, name: 'fresh', since: 'now' } })
  assert.deepEqual(
    pylon.kept.recordings.map(({ isSinceStart }) => isSinceStart),
    [false, true]
  )
  const wrong = await answer(`${base}/start`, { method: 'PUT', body: { hash, name: 'n', since: '2017' } })
  assert.deepEqual(wrong, [400, { error: 'since is invalid; valid values are: now' }])
})

test('recordings: the sentences of the original', async t => {
  const { answer, startRecording } = await pylonServer(t)
  const { id, hash } = await startRecording()
  const put = (path: string, body: unknown) => answer(`${base}/${path}`, { method: 'PUT', body })
  const post = (path: string, body: unknown) => answer(`${base}/${path}`, { method: 'POST', body })
  const unknown = 'f'.repeat(40)
  const freqDist = { analysis_type: 'freqDist', parameters: { target: 'li.type' } }

  for (const [asked, status, error] of [
    [put('start', { hash, name: '' }), 400, "Missing param 'name'"],
    [put('start', { hash }), 400, "Missing param 'name'"],
    [put('start', { hash: 'abc_invalid_filter_123', name: 'n' }), 400, 'hash must be a valid hash'],
    [put('start', { name: 'n' }), 400, "Missing param 'hash'"],
    [put('start', { id: 'x' }), 400, 'id must be a valid hash'],
    [put('start', { id: unknown }), 404, 'Subscription not found'],
    [put('stop', {}), 400, "Missing param 'id'"],
    [put('stop', { id: 'x' }), 400, 'id must be a valid hash'],
    [put('stop', { id: unknown }), 404, 'Subscription not found'],
    [put('update', { hash, name: 'n' }), 400, 'No id was supplied.'],
    [put('update', { id }), 400, 'Nothing to update specify a name or hash value to update'],
    [put('update', { id, hash: 'x' }), 400, 'hash must be a valid hash'],
    [answer(`${base}/get?id=${unknown}`), 404, 'Subscription not found'],
    [answer(`${base}/get?id=abc`), 404, 'Subscription not found'],
    [answer(`${base}/get?page=0`), 400, sentences.page],
    [answer(`${base}/get?per_page=1000`), 400, sentences.perPage],
    [answer(`${base}/get?order_by=volume`), 400, 'order_by is invalid; valid values are: created_at,id,request_time'],
    [answer(`${base}/get?order_dir=up`), 400, 'order_dir is invalid; valid values are: asc,desc'],
    [answer(`${base}/tags`), 400, 'No id was supplied.'],
    [answer(`${base}/tags?id=x`), 400, 'id must be a valid hash'],
    [answer(`${base}/sample`), 400, 'No id was supplied.'],
    [answer(`${base}/sample?id=${id}&count=9`), 400, sentences.count],
    [answer(`${base}/sample?id=${id}&count=101`), 400, sentences.count],
    [answer(`${base}/sample?id=${id}&count=ten`), 400, sentences.count],
    [
      answer(`${base}/sample?id=${id}&start=2017`.replace('2017', 'x')),
      400,
      'The start parameter must be a unix timestamp'
    ],
    [post('sample', { id, filter: 7 }), 400, 'The filter parameter must be a string'],
    [post('analyze', { parameters: freqDist }), 400, 'No id was supplied.'],
    [post('analyze', { id }), 400, "Missing param 'parameters'"],
    [post('analyze', { id: unknown, parameters: freqDist }), 404, 'Subscription not found'],
    [post('analyze', { id, parameters: freqDist, start: -1 }), 400, 'The start parameter must be a unix timestamp'],
    [post('analyze', { id, parameters: freqDist, end: 1.5 }), 400, 'The end parameter must be a unix timestamp'],
    [post('analyze', { id, parameters: freqDist, end: 1e300 }), 400, 'The end parameter must be a unix timestamp'],
    [post('analyze', { id, parameters: freqDist, start: {} }), 400, 'The start parameter must be a unix timestamp'],
    [post('validate', {}), 400, "Missing param 'csdl'"],
    [post('compile', { csdl: 5 }), 400, 'The csdl parameter must be a string']
  ] as const) {
    assert.deepEqual(await asked, [status, { error }])
  }
  const [status, body] = await post('compile', { csdl: 'interaction.nonsense' })
  assert.equal(status, 400)
  assert.match((body as { error: string }).error, /^We are unable to parse this stream\. At line 1 position 21/)
})

test('an analysis and a sample may be asked for in any way, with empty values left out', async t => {
  const { answer, startRecording, pylon } = await pylonServer(t)
  const { id } = await startRecording()
  const parameters = { analysis_type: 'timeSeries', parameters: { interval: 'hour', span: 12 } }
  const inQuery = `id=${id}&parameters=${encodeURIComponent(JSON.stringify(parameters))}`

  await answer(`${base}/analyze`, { method: 'POST', body: { id, parameters, filter: '', start: '', end: '' } })
  await answer(`${base}/analyze?${inQuery}`, { method: 'POST', body: '' })
  await answer(`${base}/analyze`, {
    method: 'POST',
    body: `${inQuery}&start=1500000000`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' }
  })
  await answer(`${base}/sample?id=${id}&count=10&start_time=5&end_time=7`)
  await answer(`${base}/sample`, {
    method: 'POST',
    body: { id, count: '20', filter: 'a exists', start: 6, start_time: 5 }
  })
  assert.deepEqual(pylon.asked, [
    { parameters },
    { parameters },
    { start: 1_500_000_000, parameters },
    { count: 10, start: 5, end: 7 },
    { count: 20, filter: 'a exists', start: 6 }
  ])
})

test('a sample says how much is left, also when it is nothing', async t => {
  const { ask, answer, startRecording } = await pylonServer(t)
  const { id } = await startRecording()
  assert.deepEqual(await answer(`${base}/sample?id=${id}`), [
    200,
    { remaining: 90, reset_at: recordingStart + 3600, interactions: [] }
  ])
  const refused = await ask(`${base}/sample?id=${id}&count=99`)
  const { error, reset_at: resetAt } = (await refused.json()) as { error: string; reset_at: number }
  assert.deepEqual([refused.status, error], [429, 'The sample of this hour is used up'])
  assert.ok(Math.abs(resetAt - Date.now() / 1000 - 600) < 5)
})

test('until 1.2 recordings were known by their hash', async t => {
  const { answer, startRecording, pylon } = await pylonServer(t)
  const { hash } = await startRecording('facebook')
  const empty = [204, undefined]
  const recording = {
    ...{
      volume: 1200,
      start: recordingStart,
      end: null,
      status: 'running',
      name: 'Coffee',
      reached_capacity: false,
      hash
    },
    ...{ remaining_index_capacity: 1_000_000, remaining_account_capacity: 1_000_000 }
  }
  for (const version of ['', '/v1', '/v1.1', '/v1.2']) {
    pylon.kept.recordings = pylon.kept.recordings.slice(0, 1).map(row => ({ ...row, end: null }))
    const put = (path: string, body: unknown) => answer(`${version}/pylon/${path}`, { method: 'PUT', body })
    assert.deepEqual(await answer(`${version}/pylon/get?hash=${hash}`), [200, recording])
    assert.deepEqual(await answer(`${version}/pylon/get?hash=`), [200, [recording]])
    assert.deepEqual(await answer(`${version}/pylon/get?hash=abc`), [404, { error: 'Subscription not found' }])
    assert.deepEqual(await put('stop', { hash }), empty)
    assert.deepEqual(await put('stop', { hash }), [409, { error: 'Subscription not running' }])
    assert.deepEqual(await put('stop', { hash: 'abc' }), [400, { error: 'hash must be a valid hash' }])
    assert.deepEqual(await put('stop', {}), [400, { error: "Missing param 'hash'" }])
    assert.deepEqual(await put('start', { hash, name: 'Coffee' }), empty)
    assert.deepEqual((await answer(`${version}/pylon/tags?hash=${hash}`))[0], 200)
    const compiled = await answer(`${version}/pylon/compile`, { method: 'POST', body: { csdl: 'x' } })
    assert.deepEqual(Object.keys(compiled[1] as object), ['hash', 'created_at', 'dpu'])
  }
})

test('from 1.3 on recordings have an id, and their list an envelope', async t => {
  const { answer, startRecording } = await pylonServer(t)
  const { id, hash } = await startRecording()
  const [, all] = await answer(`${base}/get?page=1&per_page=2&order_by=created_at&order_dir=DESC`)
  const [, one] = await answer(`${base}/get?id=${id}`)
  assert.deepEqual(one, {
    ...{ id, identity_id: 'a'.repeat(32), volume: 1200, start: recordingStart, end: null, status: 'running' },
    ...{ name: 'Coffee', reached_capacity: false, hash },
    ...{ remaining_index_capacity: 1_000_000, remaining_account_capacity: 1_000_000 }
  })
  assert.deepEqual(all, { count: 1, page: 1, pages: 1, per_page: 2, subscriptions: [one] })
  const compiled = await answer(`${base}/compile`, { method: 'POST', body: { csdl: 'x' } })
  assert.deepEqual(compiled, [200, { hash: '9dd4e461268c8034f5c8564e155c67a6', created_at: String(recordingStart) }])
})

test('the order of a list is read as clients write it', async t => {
  const { answer, pylon } = await pylonServer(t)
  for (const query of [
    'order_by=created_at&order_dir=DESC',
    'order_by=ID&order_dir=asc',
    'order_by=request_time',
    ''
  ]) {
    await answer(`${base}/get?${query}`)
  }
  const page = { page: 1, perPage: 25 }
  assert.deepEqual(pylon.asked, [
    { ...page, orderBy: 'created_at', isDescending: true },
    { ...page, orderBy: 'id', isDescending: false },
    { ...page, orderBy: 'created_at', isDescending: true },
    { ...page, orderBy: 'created_at', isDescending: true }
  ])
})

test('reference sets are found by their slug, with or without the slash of the list', async t => {
  const { answer } = await pylonServer(t, memoryPylon())
  const list = { count: 1, page: 1, pages: 1, per_page: 25 }
  const data = [{ name: 'countries', slug: '/countries', description: '' }]
  for (const path of ['reference', 'reference/', 'reference/?']) {
    assert.deepEqual(await answer(`${base}/${path}`), [200, { ...list, data }], path)
  }
  assert.deepEqual(await answer(`${base}/reference?page=2&per_page=3`), [
    200,
    { ...list, page: 2, per_page: 3, data: [] }
  ])
  for (const path of ['reference/ages', 'reference//ages', 'reference/%2Fages', 'reference/ages?x=1']) {
    assert.equal((await answer(`${base}/${path}`))[0], 200, path)
  }
})
