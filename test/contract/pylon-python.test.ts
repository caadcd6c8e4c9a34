import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashToken } from '../../src/store/verify-token.ts'
import { apiKey, clientOf, members, rateLimitOf, recordingMembers, taskMembers, username } from './pylon-client.ts'

// What release 2.12.1 sends with every request, GET and DELETE too.
const headers = {
  authorization: `${username}:${apiKey}`,
  'content-type': 'application/json',
  'user-agent': 'DataSift/v1.6 Python/v2.12.1'
}
const freqDist = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 5 } }
const hashtags = [
  { key: 'coffee', interactions: 3, unique_authors: 3 },
  { key: 'cake', interactions: 2, unique_authors: 2 }
]

test('Python client: recordings', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const post = (path: string, body: unknown) => send({ method: 'POST', path, body })

  assert.equal((await post('/v1.6/pylon/validate', { csdl: 'interaction.content exists' })).status, 200)
  const invalid = await post('/v1.6/pylon/validate', { csdl: 'interaction.nonsense' })
  assert.equal(invalid.status, 400)
  assert.match(String(members(invalid).error), /^We are unable to parse this stream\. At line 1 position 21/)
  const csdl = 'tag.drinks "hot" { interaction.content contains "coffee" } return { interaction.content exists }'
  const { hash } = members(await post('/v1.6/pylon/compile', { csdl }))
  assert.match(String(hash), /^[0-9a-f]{32}$/)
  assert.deepEqual(members(await post('/v1.6/pylon/facebook/start', { hash })), { error: "Missing param 'name'" })
  const started = await post('/v1.6/pylon/facebook/start', { hash, name: 'Drinks' })
  const { id } = members(started)
  assert.equal(started.status, 200)

  const got = members(await send({ path: `/v1.6/pylon/facebook/get?id=${id}` }))
  assert.deepEqual(Object.keys(got).sort(), [...recordingMembers].sort())
  assert.deepEqual([got.id, got.volume, got.status, got.end, got.name], [id, 5, 'running', null, 'Drinks'])
  const query = 'page=1&per_page=20&order_by=created_at&order_dir=DESC'
  const list = members(await send({ path: `/v1.6/pylon/facebook/get?${query}` }))
  assert.deepEqual([list.count, list.page, list.pages, list.per_page], [2, 1, 1, 20])
  assert.deepEqual((list.subscriptions as unknown[])[0], got)

  assert.deepEqual((await send({ path: `/v1.6/pylon/facebook/tags?id=${id}` })).data, ['interaction.tag_tree.drinks'])
  const sample = members(await send({ path: `/v1.6/pylon/facebook/sample?id=${id}&count=10` }))
  assert.equal(sample.remaining, 95)
  assert.equal((sample.interactions as unknown[]).length, 5)
  const analysis = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 5 } }
  const analysed = members(await post('/v1.6/pylon/facebook/analyze', { id, parameters: freqDist }))
  assert.deepEqual(analysed, {
    interactions: 5,
    unique_authors: 5,
    analysis: { ...analysis, results: hashtags, redacted: false }
  })
  const filter = 'interaction.content contains "cake"'
  const filtered = members(await post('/v1.6/pylon/facebook/analyze', { id, parameters: freqDist, filter }))
  assert.equal(filtered.interactions, 2)

  assert.equal((await post('/v1.6/pylon/facebook/stop', { id })).status, 204)
  const again = await post('/v1.6/pylon/facebook/stop', { id })
  assert.deepEqual([again.status, members(again)], [409, { error: 'Subscription not running' }])
})

test('Python client: tasks', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const parameters = { parameters: freqDist }
  const created = await send({
    method: 'POST',
    path: '/v1.6/pylon/linkedin/task',
    body: { subscription_id: standing, name: 'Hashtags', parameters, type: 'analysis' }
  })
  assert.equal(created.status, 202)
  assert.deepEqual(rateLimitOf(created), { limit: 1_000_000, remaining: 1_000_000, cost: 25 })
  const { id } = members(created)
  const task = await poll(`/v1.6/pylon/linkedin/task/analysis/${id}`)
  assert.deepEqual(Object.keys(task), taskMembers)
  assert.deepEqual([task.status, task.parameters, task.message], ['completed', parameters, ''])
  assert.deepEqual((task.result as { analysis: { results: unknown } }).analysis.results, hashtags)
  for (const path of ['task', 'task?per_page=5&page=1&status=completed']) {
    const list = members(await send({ path: `/v1.6/pylon/linkedin/${path}` }))
    assert.deepEqual([list.count, list.tasks], [1, [{ ...task, result: null }]])
  }
  // Its own example writes the analysis without the object around it.
  const flat = { subscription_id: standing, name: 'Flat', parameters: freqDist, type: 'analysis' }
  const second = members(await send({ method: 'POST', path: '/v1.6/pylon/linkedin/task', body: flat }))
  const { status, result } = await poll(`/v1.6/pylon/linkedin/task/analysis/${second.id}`)
  assert.deepEqual([status, result], ['completed', task.result])
})

test('Python client: identities, their limits and tokens, and what was used', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.6/account/identity'
  const call = (method: string, path: string, body?: unknown) => send({ method, path: base + path, body })

  const created = await call('POST', '', { label: 'sales' })
  const { api_key: key, ...identity } = members(created)
  const { id } = identity
  assert.equal(created.status, 201)
  assert.match(String(key), /^[0-9a-f]{32}$/)
  assert.deepEqual(
    [identity.label, identity.status, identity.master, identity.expires_at],
    ['sales', 'active', false, null]
  )
  const list = members(await call('GET', '?per_page=20&page=1'))
  assert.deepEqual([list.count, list.per_page, (list.identities as unknown[]).length], [2, 20, 2])
  assert.deepEqual(members(await call('GET', `/${id}`)), { ...identity, api_key: null })
  assert.equal(members(await call('PUT', `/${id}`, { label: 'press' })).label, 'press')
  const found = members(await call('GET', '?per_page=20&page=1&label=press'))
  assert.deepEqual([found.count, (found.identities as { id: unknown }[])[0]?.id], [1, id])
  const removed = await call('DELETE', `/${id}`)
  const sentence = 'Deletion of Identities is currently unavailable'
  assert.deepEqual([removed.status, members(removed)], [404, { error: sentence }])

  const limit = { id, identity_id: id, service: 'facebook', total_allowance: 100_000, analyze_queries: 50 }
  const values = { service: 'facebook', total_allowance: 100_000, analyze_queries: 50 }
  const noted = await call('POST', `/${id}/limit`, values)
  assert.deepEqual([noted.status, noted.data], [201, limit])
  assert.deepEqual((await call('GET', `/${id}/limit/facebook`)).data, limit)
  const limits = members(await call('GET', '/limit/facebook?per_page=20&page=1'))
  assert.deepEqual([limits.count, limits.limits], [1, [limit]])
  const changed = await call('PUT', `/${id}/limit/facebook`, { total_allowance: 200_000, analyze_queries: 100 })
  assert.deepEqual([changed.status, members(changed).total_allowance], [200, 200_000])
  assert.equal((await call('DELETE', `/${id}/limit/facebook`)).status, 204)

  const token = await call('POST', `/${id}/token`, { service: 'facebook', token: 'abc' })
  assert.deepEqual([token.status, members(token).token, members(token).expires_at], [201, 'abc', null])
  const tokens = members(await call('GET', `/${id}/token?per_page=20&page=1`))
  // Its hash is all that is kept.
  const kept = { ...members(token), token: `sha256:${hashToken('abc')}` }
  assert.deepEqual([tokens.count, tokens.tokens], [1, [kept]])
  assert.equal(members(await call('PUT', `/${id}/token/facebook`, { token: 'def' })).token, 'def')
  assert.equal(members(await call('GET', `/${id}/token/facebook`)).token, `sha256:${hashToken('def')}`)
  assert.equal((await call('DELETE', `/${id}/token/facebook`)).status, 204)

  const now = Math.floor(Date.now() / 1000)
  const usage = await send({ path: `/v1.6/account/usage?period=daily&start=${now - 86_400}&end=${now}` })
  assert.deepEqual(usage.data, { usage: [] })
})

test('Python client: which error it raises', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const wrong = await send({ path: '/v1.6/pylon/facebook/task', headers: { authorization: 'demo:wrong' } })
  assert.deepEqual([wrong.status, wrong.data], [401, { error: 'Authorization failed' }])
  // Cost without Remaining, or the other way round, would break it.
  assert.deepEqual([wrong.headers.get('x-ratelimit-cost'), wrong.headers.get('x-ratelimit-remaining')], [null, null])
})
