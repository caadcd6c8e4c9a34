import assert from 'node:assert/strict'
import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { hashToken } from '../../src/store/verify-token.ts'
import { apiKey, clientOf, members, taskMembers, username } from './pylon-client.ts'

// Release 3.6 names no service but in tasks, which are linkedin's; what an object leaves unset it sends as null.
const headers = { authorization: `${username}:${apiKey}`, 'user-agent': 'DataSift/v1.6 Java/3.6.4' }
const json = { 'content-type': 'application/json' }

test('Java client: tasks, posted with a slash behind the path and read without a type', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const base = '/v1.6/pylon/linkedin/task/'
  const post = (parameters: object) => {
    const body = { subscription_id: standing, recordingId: standing, name: 'Java', type: 'analysis', parameters }
    return send({ method: 'POST', path: base, body, headers: json })
  }
  const target = { target: 'interaction.hashtags', threshold: 3 }
  const created = await post({
    parameters: { analysis_type: 'freqDist', parameters: target, child: null },
    child: null
  })
  assert.equal(created.status, 202)
  const task = await poll(`${base}${members(created).id}`)
  assert.deepEqual(Object.keys(task), taskMembers)
  const { analysis, interactions } = task.result as { analysis: Record<string, unknown>; interactions: number }
  assert.deepEqual([task.status, interactions, analysis.redacted], ['completed', 5, false])
  assert.deepEqual(analysis.results, [
    { key: 'coffee', interactions: 3, unique_authors: 3 },
    { key: 'cake', interactions: 2, unique_authors: 2 }
  ])

  // Its span is a float: the digits of the wire are sent as they are.
  const now = Math.floor(Date.now() / 1000)
  const span = `{"subscription_id":"${standing}","name":"Java","type":"analysis","parameters":{"start":${now - 3600},"end":${now},
    "parameters":{"analysis_type":"timeSeries","parameters":{"interval":"minute","span":1.0},"child":null},"child":null}}`
  const series = await send({ method: 'POST', path: base, body: span, headers: json })
  assert.equal((await poll(`${base}${members(series).id}`)).status, 'completed')

  const list = members(await send({ path: base }))
  assert.deepEqual([list.count, list.page, list.pages, list.per_page], [2, 1, 1, 25])
  const second = members(await send({ path: `${base}?page=2&per_page=1` }))
  assert.deepEqual([second.count, second.pages, second.tasks], [2, 2, [{ ...task, result: null }]])
})

test('Java client: recordings without a service', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.6/pylon'
  const call = (method: string, path: string, body: unknown) =>
    send({ method, path: `${base}/${path}`, body, headers: json })

  // It reads the time as a long, which a text of digits becomes.
  const compiled = members(await call('POST', 'compile', { csdl: 'interaction.content exists' }))
  assert.match(String(compiled.created_at), /^\d+$/)
  const validated = members(await call('POST', 'validate', { csdl: 'interaction.content exists' }))
  assert.match(String(validated.created_at), /^\d+$/)
  const unnamed = await call('PUT', 'start', { hash: compiled.hash, name: null })
  assert.deepEqual(unnamed.data, { error: "Missing param 'name'" })
  const { id } = members(await call('PUT', 'start', { hash: compiled.hash, name: 'java' }))
  assert.equal((await call('PUT', 'update', { id, hash: compiled.hash })).status, 204)
  assert.equal((await call('PUT', 'update', { id, name: 'renamed' })).status, 204)

  const recording = members(await send({ path: `${base}/get?id=${id}` }))
  for (const name of ['start', 'volume', 'remaining_index_capacity', 'remaining_account_capacity']) {
    assert.ok(Number.isInteger(recording[name]) && Number(recording[name]) < 2 ** 31, name)
  }
  assert.deepEqual([recording.name, recording.reached_capacity, recording.end], ['renamed', false, null])
  const list = members(await send({ path: `${base}/get?page=1&per_page=10` }))
  assert.deepEqual([list.count, list.page, list.pages, list.per_page], [2, 1, 1, 10])

  const parameters = {
    analysis_type: 'freqDist',
    parameters: { threshold: 2, target: 'interaction.hashtags' },
    child: { analysis_type: 'freqDist', parameters: { threshold: 2, target: 'interaction.media_type' }, child: null }
  }
  const analysed = members(await call('POST', 'analyze', { id, parameters }))
  const { results } = analysed.analysis as { results: { key: string; child: { redacted: boolean } }[] }
  assert.deepEqual(
    results.map(({ key, child }) => [key, child.redacted]),
    [
      ['coffee', false],
      ['cake', false]
    ]
  )
  const sample = members(await call('POST', 'sample', { id, count: 10 }))
  assert.ok(Number.isInteger(sample.remaining) && Number.isInteger(sample.reset_at))
  const [first] = sample.interactions as { interaction: Record<string, unknown>; fb: Record<string, unknown> }[]
  assert.equal(first?.interaction.content, 'I like #coffee')
  assert.deepEqual([first?.fb.content, first?.fb.media_type], ['I like #coffee', 'post'])
  assert.equal(typeof first?.fb.language, 'string')
  assert.deepEqual((await send({ path: `${base}/tags?id=${id}` })).data, [])
  assert.equal((await call('PUT', 'stop', { id })).status, 204)
  assert.equal((await call('PUT', 'start', { id })).status, 204)
})

test('Java client: identities, limits, tokens and usage', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.6/account/identity'
  const call = (method: string, path: string, body?: unknown) =>
    send({ method, path: base + path, body, headers: json })
  const { id } = members(await call('POST', '', { label: 'java', status: 'active', master: false }))
  const updated = members(await call('PUT', `/${id}`, { label: null, status: 'disabled', master: true }))
  assert.deepEqual([updated.label, updated.status, updated.master], ['java', 'disabled', true])
  assert.equal(members(await send({ path: `${base}/${id}?id=${id}` })).label, 'java')
  const limit = members(await call('POST', `/${id}/limit`, { service: 'facebook', total_allowance: 1000 }))
  assert.deepEqual([limit.identity_id, limit.service, limit.total_allowance], [id, 'facebook', 1000])
  const changed = await call('PUT', `/${id}/limit/linkedin`, { total_allowance: 5 })
  assert.deepEqual([changed.status, members(changed).total_allowance], [201, 5])
  assert.equal(members(await send({ path: `${base}/limit/facebook?page=1&per_page=5` })).count, 1)
  const token = members(await call('POST', `/${id}/token`, { service: 'facebook', token: 'abc' }))
  assert.ok(Number.isInteger(token.created_at) && Number.isInteger(token.updated_at))
  assert.equal(
    members(await send({ path: `${base}/${id}/token/facebook?id=${id}` })).token,
    `sha256:${hashToken('abc')}`
  )
  assert.equal(members(await call('PUT', `/${id}/token/facebook`, { token: 'def' })).token, 'def')
  const now = Math.floor(Date.now() / 1000)
  const usage = await send({ path: `/v1.6/account/usage?period=hourly&start=${now - 3600}&end=${now}` })
  assert.deepEqual(usage.data, { usage: [] })
})

test('Java client: its limits have names with capitals, as it looks them up', async t => {
  const { url } = await clientOf(t, 'facebook', headers)
  const request = http.get(`${url}/v1.6/pylon/get`, { headers })
  const [answer] = (await once(request, 'response')) as [IncomingMessage] // The event's only argument.
  answer.resume()
  const names = answer.rawHeaders.filter((_, i) => i % 2 === 0)
  const limits = names.filter(name => /^x-ratelimit-/i.test(name))
  assert.deepEqual(limits, [
    ...['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Cost'],
    ...['X-RateLimit-Reset', 'X-RateLimit-Reset-TTL']
  ])
  assert.deepEqual([answer.headers['x-ratelimit-limit'], answer.headers['x-ratelimit-cost']], ['1000000', '25'])
})
