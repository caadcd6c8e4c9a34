import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, clientOf, members, rateLimitOf, recordingMembers, username } from './pylon-client.ts'

// Release 2.7.1 says who asks in a header of its own, names no service, and speaks version 1.3.
const headers = { auth: `${username}:${apiKey}`, 'content-type': 'application/json', 'user-agent': 'DataSiftPHP/2.7.1' }
const base = '/v1.3/pylon'

test('PHP client: recordings', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const call = (method: string, path: string, body: unknown) => send({ method, path: `${base}/${path}`, body })

  assert.equal((await call('POST', 'validate', { csdl: 'interaction.content exists' })).status, 200)
  const { hash } = members(await call('POST', 'compile', { csdl: 'interaction.content exists' }))
  const { id } = members(await call('POST', 'start', { hash, name: 'php' }))
  const got = members(await send({ path: `${base}/get?id=${id}` }))
  assert.deepEqual(Object.keys(got).sort(), [...recordingMembers].sort())
  const query = 'page=1&per_page=20&order_by=created_at&order_dir=asc'
  const list = members(await send({ path: `${base}/get?${query}` }))
  assert.deepEqual([list.count, list.page, list.per_page], [2, 1, 20])
  assert.ok((list.subscriptions as unknown[]).length === 2)
  assert.equal(members(await send({ path: `${base}/get` })).count, 2)

  const parameters = { analysis_type: 'freqDist', parameters: { threshold: 3, target: 'interaction.hashtags' } }
  const filter = 'interaction.content contains "coffee"'
  const now = Math.floor(Date.now() / 1000)
  const window = { start: now - 3600, end: now }
  const analysed = members(await call('POST', 'analyze', { id, parameters, filter, ...window }))
  assert.equal(analysed.interactions, 3)
  assert.deepEqual((await send({ path: `${base}/tags?id=${id}` })).data, [])
  const byQuery = members(await send({ path: `${base}/sample?id=${id}&start=${window.start}&end=${now}&count=10` }))
  assert.equal((byQuery.interactions as unknown[]).length, 5)
  const byBody = members(await call('POST', 'sample', { id, ...window, count: 10, filter }))
  assert.equal((byBody.interactions as unknown[]).length, 3)
  assert.equal((await call('PUT', 'update', { id, hash, name: 'renamed' })).status, 204)
  assert.equal((await call('POST', 'stop', { id })).status, 204)
  assert.equal((await call('PUT', 'start', { id })).status, 204)
})

test('PHP client: an object without members is an empty list', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const empty = await send({ method: 'POST', path: `${base}/compile`, body: '[]' })
  assert.deepEqual([empty.status, empty.data], [400, { error: "Missing param 'csdl'" }])
})

test('PHP client: identities', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const path = '/v1.3/account/identity'
  const made = await send({ method: 'POST', path, body: { label: 'php', master: false, status: 'active' } })
  const { id } = members(made)
  assert.equal(made.status, 201)
  assert.equal(members(await send({ path: `${path}/${id}` })).label, 'php')
  assert.equal(members(await send({ path: `${path}?label=php&page=1&per_page=25` })).count, 1)
  const body = { label: 'renamed', master: true, status: 'active' }
  assert.equal(members(await send({ method: 'PUT', path: `${path}/${id}`, body })).label, 'renamed')
  assert.equal((await send({ method: 'DELETE', path: `${path}/${id}` })).status, 404)
  // Before 1.6 usage needed no window.
  assert.deepEqual((await send({ path: '/v1.3/account/usage?period=hourly' })).data, { usage: [] })
})

test('PHP client: credits that are used up are 403 with nothing left, which it throws RateLimitExceeded for', async t => {
  const { send } = await clientOf(t, 'facebook', headers, { DEMOGRAPH_RATE_LIMIT_GENERAL: '30' })
  for (const remaining of [30, 5]) assert.equal(rateLimitOf(await send({ path: `${base}/get` })).remaining, remaining)
  const refused = await send({ path: `${base}/get` })
  assert.deepEqual([refused.status, refused.data], [403, { error: 'API Rate Limit Exceeded' }])
  assert.deepEqual(rateLimitOf(refused), { limit: 30, remaining: 0, cost: 25 })
})

test('a form of the first releases, with the key in the query', async t => {
  const { send } = await clientOf(t, 'facebook', {})
  const key = `username=${username}&api_key=${apiKey}`
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ csdl: 'interaction.content contains "coffee"' }).toString()
  const compiled = await send({ method: 'POST', path: `/v1/pylon/compile?${key}`, body, headers: form })
  const { hash } = members(compiled)
  const started = new URLSearchParams({ hash: String(hash), name: 'a form' }).toString()
  assert.equal(
    (await send({ method: 'POST', path: `/v1/pylon/start?${key}`, body: started, headers: form })).status,
    204
  )
  assert.equal(members(await send({ path: `/v1/pylon/get?${key}&hash=${hash}` })).volume, 3)
})
