import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, clientOf, members, recordingMembers, taskMembers, username } from './pylon-client.ts'

const headers = { authorization: `${username}:${apiKey}`, accept: '*/*', 'user-agent': 'DataSift/v1.6 Ruby/v3.8.0' }
const json = { 'content-type': 'application/json' }
// What its first release sent, and its recorded traffic of 2015 shows.
const oldHeaders = { ...headers, accept: '*/*; q=0.5, application/xml' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const target = { target: 'interaction.hashtags', threshold: 1 }

test('Ruby client: tasks, with a question mark behind every path without parameters', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const base = '/v1.6/pylon/linkedin/task'
  const now = Math.floor(Date.now() / 1000)
  const parameters = {
    ...{ filter: '', start: now - 7 * 86_400, end: now },
    parameters: { analysis_type: 'freqDist', parameters: { threshold: 5, target: 'interaction.hashtags' } }
  }
  const body = { type: 'analysis', subscription_id: standing, name: 'Ruby Client FreqDist Task', parameters }
  const created = await send({ method: 'POST', path: base, body, headers: json })
  assert.equal(created.status, 202)
  assert.deepEqual(
    ['x-analysis-tasks-queued', 'x-analysis-tasks-queue-limit'].map(name => Number(created.headers.get(name))),
    [1, 1000]
  )
  const { id } = members(created)
  const task = await poll(`${base}/analysis/${id}?`)
  assert.deepEqual(Object.keys(task), taskMembers)
  const { filter: _dropped, ...echoed } = parameters
  assert.deepEqual([task.status, task.parameters], ['completed', echoed])
  for (const query of ['?', '?page=1&per_page=5&status=completed', '?per_page=5&page=1']) {
    const list = members(await send({ path: `${base}/analysis${query}` }))
    assert.deepEqual([list.count, list.pages, list.tasks], [1, 1, [{ ...task, result: null }]], query)
  }
})

test('Ruby client: a window that is left empty is not shown to clients that would read times in it', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const parameters = { parameters: { analysis_type: 'freqDist', parameters: target } }
  const empty = { filter: '', start: '', end: '' }
  const body = { type: 'analysis', subscription_id: standing, name: 'n', parameters: { ...empty, ...parameters } }
  const created = await send({ method: 'POST', path: '/v1.6/pylon/linkedin/task', body, headers: json })
  const task = await poll(`/v1.6/pylon/linkedin/task/analysis/${members(created).id}?`)
  assert.deepEqual([task.status, task.parameters], ['completed', parameters])
})

test('Ruby client: a strategy', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const parameters = {
    ...{ strategy: 'top_urls', version: 1 },
    parameters: { keywords: { any: ['coffee', 'cake'] }, comparison_audience: 'global' }
  }
  const body = { type: 'strategy', subscription_id: standing, name: 'Ruby Strategy', parameters }
  const created = await send({ method: 'POST', path: '/v1.5/pylon/linkedin/task', body, headers: json })
  assert.equal(created.status, 202)
  assert.equal(Number(created.headers.get('x-strategy-tasks-queued')), 1)
  assert.ok(Number(created.headers.get('x-strategy-tasks-queue-limit')) >= 200)
  assert.equal(created.headers.get('x-analysis-tasks-queued'), null)
  const task = await poll(`/v1.5/pylon/linkedin/task/strategy/${members(created).id}?`)
  assert.deepEqual([task.status, task.message, task.total_steps], ['completed', null, 3])
})

test('Ruby client: reference sets', async t => {
  const { send } = await clientOf(t, 'linkedin', headers)
  const base = '/v1.6/pylon/linkedin/reference'
  const list = members(await send({ path: `${base}/?` }))
  assert.deepEqual([list.count, list.page, list.pages, list.per_page], [16, 1, 1, 25])
  const three = members(await send({ path: `${base}/?page=1&per_page=3` }))
  assert.deepEqual([three.count, three.pages, three.per_page], [16, 6, 3])
  assert.deepEqual(
    (three.data as { slug: string }[]).map(({ slug }) => slug),
    ['/functions', '/seniorities', '/sectors']
  )
  const values = members(await send({ path: `${base}/seniorities?` }))
  assert.equal(values.count, 10)
  assert.deepEqual((values.values as unknown[]).slice(0, 2), [
    { title: 'CXO', value: 'cxo' },
    { title: 'Director', value: 'director' }
  ])
})

test('Ruby client: recordings by id', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.6/pylon/facebook'
  const put = (path: string, body: unknown) => send({ method: 'PUT', path: `${base}/${path}`, body, headers: json })
  const csdl = 'interaction.content contains "coffee"'
  const compiled = members(await send({ method: 'POST', path: `${base}/compile`, body: { csdl }, headers: json }))
  const { hash } = compiled
  const { id } = members(await put('start', { hash, name: 'ruby' }))

  const got = members(await send({ path: `${base}/get?id=${id}` }))
  assert.deepEqual(Object.keys(got).sort(), [...recordingMembers].sort())
  assert.deepEqual((await send({ path: `${base}/get?hash=${hash}` })).data, got)
  const list = members(await send({ path: `${base}/get?` }))
  assert.equal((list.subscriptions as unknown[]).length, 2)
  assert.equal((await put('update', { id, hash, name: 'renamed' })).status, 204)
  const window = `start_time=1&end_time=${Math.floor(Date.now() / 1000)}`
  const sample = members(await send({ path: `${base}/sample?id=${id}&count=10&${window}` }))
  assert.equal((sample.interactions as unknown[]).length, 3)
  const filter = 'interaction.content contains "again"'
  const filtered = await send({
    method: 'POST',
    path: `${base}/sample`,
    body: { id, count: 10, filter },
    headers: json
  })
  assert.equal((members(filtered).interactions as unknown[]).length, 1)
  assert.equal((await put('stop', { id })).status, 204)
  assert.equal((await put('start', { id, name: 'again' })).status, 204)
})

test('Ruby client: the traffic that was recorded of version 1', async t => {
  const { send } = await clientOf(t, 'facebook', oldHeaders)
  const put = (path: string, body: unknown) => send({ method: 'PUT', path: `/v1/pylon/${path}`, body, headers: json })
  const post = (path: string, body: unknown) => send({ method: 'POST', path: `/v1/pylon/${path}`, body, headers: json })
  const get = (path: string) => send({ path: `/v1/pylon/${path}`, headers: form })

  const compiled = members(await post('compile', { csdl: 'interaction.content exists' }))
  assert.deepEqual(Object.keys(compiled), ['hash', 'created_at', 'dpu'])
  assert.match(String(compiled.created_at), /^\d{10}$/)
  const { hash } = compiled
  const started = await put('start', { hash, name: 'ruby-lib-test' })
  assert.deepEqual([started.status, started.headers.get('content-type')], [204, 'text/html'])
  assert.equal(started.headers.get('x-api-version'), '1')
  const nameless = await put('start', { hash, name: '' })
  assert.deepEqual([nameless.status, nameless.data], [400, { error: "Missing param 'name'" }])
  const unhashed = { error: 'hash must be a valid hash' }
  assert.deepEqual((await put('start', { hash: 'abc_invalid_filter_123', name: 'ruby-lib-test' })).data, unhashed)

  const found = await get(`get?hash=${hash}`)
  assert.deepEqual(
    Object.keys(members(found)).sort(),
    recordingMembers.filter(name => name !== 'id' && name !== 'identity_id').sort()
  )
  const unknown = await get('get?hash=abc_invalid_filter_123')
  assert.deepEqual([unknown.status, unknown.data], [404, { error: 'Subscription not found' }])
  const all = await get('get?hash=')
  assert.ok(Array.isArray(all.data) && all.data.length === 2)
  assert.deepEqual((await get(`tags?hash=${hash}`)).data, [])

  const empty = { filter: '', start: '', end: '' }
  const counts = await post('analyze', {
    hash,
    parameters: { analysis_type: 'freqDist', parameters: target },
    ...empty
  })
  assert.deepEqual(counts.data, {
    ...{ interactions: 5, unique_authors: 5 },
    analysis: {
      ...{ analysis_type: 'freqDist', parameters: target },
      ...{ results: [{ key: 'coffee', interactions: 3, unique_authors: 3 }], redacted: false }
    }
  })
  const span = { interval: 'hour', span: 12 }
  const series = await post('analyze', {
    hash,
    parameters: { analysis_type: 'timeSeries', parameters: span },
    ...empty
  })
  const { analysis } = series.data as { analysis: { parameters: unknown; results: { key: number }[] } }
  assert.deepEqual(analysis.parameters, span)
  assert.ok(analysis.results.every(({ key }) => Number.isInteger(key)))
  const wrong = await post('analyze', { hash: 'abc_invalid_filter_123', parameters: {}, ...empty })
  assert.deepEqual([wrong.status, wrong.data], [400, unhashed])

  assert.equal((await put('stop', { hash })).status, 204)
  const stopped = await put('stop', { hash })
  assert.deepEqual([stopped.status, stopped.data], [409, { error: 'Subscription not running' }])
  assert.deepEqual((await put('stop', { hash: 'abc_invalid_filter_123' })).data, unhashed)

  // The recorded list has one recording, begun when its filter was first started and since then stopped and started again.
  const first = members(await get(`get?hash=${hash}`)).start
  assert.equal((await put('start', { hash, name: 'once more' })).status, 204)
  const again = members(await get(`get?hash=${hash}`))
  assert.deepEqual([again.start, again.end, again.name], [first, null, 'once more'])
  assert.equal(((await get('get?hash=')).data as unknown[]).length, 2)
  await put('stop', { hash })
  assert.equal((await put('start', { hash, name: 'x'.repeat(201) })).status, 400)
  assert.equal(members(await get(`get?hash=${hash}`)).status, 'stopped')
})

test('Ruby client: the account calls that were recorded', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.4/account/identity'
  const put = (path: string, body: unknown) => send({ method: 'PUT', path: base + path, body, headers: json })
  const unknown = await put('/fake_id', { label: 'x', status: 'active' })
  assert.deepEqual([unknown.status, unknown.data], [404, { error: 'Identity not found' }])
  const malformed = { error: 'identity_id must be a valid hash' }
  assert.deepEqual((await send({ path: `${base}/INVALID_IDENTITY_ID/limit/facebook?` })).data, malformed)
  assert.deepEqual((await put('/unknown_identity_id/limit/facebook', { total_allowance: 1 })).data, malformed)

  const body = { label: 'minitest', status: 'active', master: false }
  const made = members(await send({ method: 'POST', path: base, body, headers: json }))
  const wrong = { service: 'invalid', total_allowance: 100_000, analyze_queries: 50 }
  const refused = await send({ method: 'POST', path: `${base}/${made.id}/limit`, body: wrong, headers: json })
  assert.equal(refused.status, 400)
  assert.match(String(members(refused).error), /^service is invalid; valid values are: facebook,linkedin/)

  const usage = '/v1.6/account/usage?end=1490572800&start=1490054400'
  assert.deepEqual((await send({ path: `${usage}&period=daily` })).data, { usage: [] })
  const invalid = await send({ path: `${usage}&period=invalid_period` })
  assert.deepEqual(invalid.data, { error: 'period is invalid; valid values are: hourly,daily,monthly' })
  assert.deepEqual((await send({ path: '/v1.6/account/usage?end=5' })).data, { error: "Missing param 'start'" })
})
