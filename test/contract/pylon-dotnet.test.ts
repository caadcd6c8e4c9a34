import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, clientOf, members, rateLimitOf, recordingMembers, taskMembers, username } from './pylon-client.ts'

// Release 1.6.0: HTTP Basic, and a list of formats that it would read.
const headers = {
  authorization: `Basic ${Buffer.from(`${username}:${apiKey}`).toString('base64')}`,
  accept: 'application/json, application/xml, text/json, text/x-json, text/javascript, text/xml',
  'user-agent': 'DataSift/v1.6 Dotnet/v1.6.0.0'
}
const json = { 'content-type': 'application/json' }
const idFormats = { key: /^[a-z0-9]{32}$/, task: /^[a-z0-9]{40}$/, recording: /^[a-z0-9]{40}$/ }

test('.NET client: tasks', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const base = '/v1.6/pylon/linkedin/task'
  assert.match(standing, idFormats.recording)
  const parameters = { parameters: { analysis_type: 'timeSeries', parameters: { interval: 'hour', span: 1 } } }
  const body = { subscription_id: standing, name: 'New analysis task', type: 'analysis', parameters }
  const created = await send({ method: 'POST', path: base, body, headers: json })
  const { id } = members(created)
  assert.match(String(id), idFormats.task)
  assert.deepEqual(rateLimitOf(created), { limit: 1_000_000, remaining: 1_000_000, cost: 25 })
  const task = await poll(`${base}/analysis/${id}`)
  assert.deepEqual(Object.keys(task), taskMembers)
  assert.equal(task.status, 'completed')
  for (const query of ['', '?page=1&per_page=10']) {
    const list = members(await send({ path: `${base}/analysis${query}` }))
    assert.deepEqual(Object.keys(list), ['count', 'page', 'pages', 'per_page', 'tasks'])
    assert.deepEqual(list.tasks, [{ ...task, result: null }])
  }
})

test('.NET client: a strategy with an audience to compare with', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const parameters = {
    ...{ strategy: 'top_urls', version: 1 },
    parameters: { keywords: { any: ['coffee'] }, comparison_audience: { country: 'united states' } }
  }
  const body = { subscription_id: standing, name: 'New strategy task', type: 'strategy', parameters }
  const created = await send({ method: 'POST', path: '/v1.6/pylon/linkedin/task', body, headers: json })
  assert.equal(created.status, 202)
  const task = await poll(`/v1.6/pylon/linkedin/task/strategy/${members(created).id}`)
  assert.deepEqual([task.status, task.message], ['completed', ''])
  assert.deepEqual(task.parameters, parameters)
})

test('.NET client: recordings; no part of a request that is null is sent', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.6/pylon/facebook'
  const call = (method: string, path: string, body: unknown) =>
    send({ method, path: `${base}/${path}`, body, headers: json })

  assert.equal((await call('POST', 'validate', { csdl: 'interaction.content exists' })).status, 200)
  const { hash } = members(await call('POST', 'compile', { csdl: 'interaction.content exists' }))
  const { id } = members(await call('PUT', 'start', { hash, name: 'Example recording' }))
  assert.match(String(id), idFormats.recording)
  const got = members(await send({ path: `${base}/get?id=${id}` }))
  assert.deepEqual(Object.keys(got).sort(), [...recordingMembers].sort())
  assert.match(String(got.identity_id), idFormats.key)
  const list = members(await send({ path: `${base}/get` }))
  assert.deepEqual(Object.keys(list), ['count', 'page', 'pages', 'per_page', 'subscriptions'])
  assert.equal((await call('PUT', 'update', { id, name: 'renamed' })).status, 204)
  const parameters = { analysis_type: 'freqDist', parameters: { threshold: 5, target: 'interaction.hashtags' } }
  const now = Math.floor(Date.now() / 1000)
  const analysed = members(await call('POST', 'analyze', { id, parameters, start: now - 3600, end: now }))
  assert.equal(analysed.interactions, 5)
  const sample = members(await send({ path: `${base}/sample?id=${id}&count=10&start=${now - 3600}&end=${now}` }))
  const [first] = sample.interactions as { interaction: Record<string, unknown> }[]
  assert.match(String(first?.interaction.created_at), /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/)
  assert.deepEqual((await send({ path: `${base}/tags?id=${id}` })).data, [])
  assert.equal((await call('PUT', 'stop', { id })).status, 204)
})

test('.NET client: reference sets, the slash of a slug written as %2f', async t => {
  const { send } = await clientOf(t, 'linkedin', headers)
  const base = '/v1.6/pylon/linkedin/reference'
  const list = members(await send({ path: base }))
  assert.deepEqual([list.count, (list.data as unknown[]).length], [16, 16])
  assert.equal((members(await send({ path: `${base}?page=2&per_page=10` })).data as unknown[]).length, 6)
  const values = await send({ path: `${base}/functions` })
  assert.equal(members(values).count, 26)
  assert.deepEqual((await send({ path: `${base}/%2ffunctions` })).data, values.data)
  assert.equal((await send({ path: `${base}/nothing` })).status, 404)
})
