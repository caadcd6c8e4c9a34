import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, clientOf, members, recordingMembers, taskMembers, username } from './pylon-client.ts'

// Release 1.5.0 names a type in every request, and repeats what stands in the path: in the query, or in the body of a POST.
const headers = {
  authorization: `${username}:${apiKey}`,
  'content-type': 'application/json',
  'user-agent': 'DataSift/v1 Node/v1.5.0'
}
const parameters = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 2 } }

test('Node client: tasks', async t => {
  const { send, poll, standing } = await clientOf(t, 'linkedin', headers)
  const base = '/v1.5/pylon/linkedin/task'
  const body = {
    ...{ service: 'linkedin', type: 'analysis', subscription_id: standing, name: 'New task' },
    parameters: { parameters }
  }
  const created = await send({ method: 'POST', path: base, body })
  assert.deepEqual([created.status, Object.keys(members(created))], [202, ['id']])
  const { id } = members(created)
  const query = `service=linkedin&type=analysis&id=${id}`
  const task = await poll(`${base}/analysis/${id}?${query}`)
  assert.deepEqual(Object.keys(task), taskMembers)
  assert.deepEqual([task.status, task.message], ['completed', null])
  const list = members(await send({ path: `${base}/analysis?service=linkedin&type=analysis&per_page=10&page=1` }))
  assert.deepEqual([list.count, list.per_page, list.tasks], [1, 10, [{ ...task, result: null }]])
  // Its version 1.4 had no types.
  assert.deepEqual((await send({ path: `/v1.4/pylon/linkedin/task/${id}?service=linkedin&id=${id}` })).data, task)
  assert.equal(members(await send({ path: '/v1.4/pylon/linkedin/task?service=linkedin' })).count, 1)
})

test('Node client: recordings; an update has everything in the query and an empty body', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.5/pylon/facebook'
  const post = (path: string, body: object) =>
    send({ method: 'POST', path: `${base}/${path}`, body: { service: 'facebook', ...body } })

  assert.equal((await post('validate', { csdl: 'interaction.content exists' })).status, 200)
  const { hash } = members(await post('compile', { csdl: 'interaction.content exists' }))
  const { id } = members(await post('start', { hash, name: 'node' }))
  const query = `service=facebook&id=${id}`
  const updated = await send({ method: 'PUT', path: `${base}/update?${query}&hash=${hash}&name=renamed`, body: '' })
  assert.equal(updated.status, 204)
  const got = members(await send({ path: `${base}/get?${query}` }))
  assert.deepEqual(Object.keys(got).sort(), [...recordingMembers].sort())
  assert.equal(got.name, 'renamed')
  assert.equal(members(await send({ path: `${base}/get?service=facebook&per_page=1&page=2` })).count, 2)
  assert.deepEqual((await send({ path: `${base}/tags?${query}` })).data, [])
  const analysed = members(await post('analyze', { id, parameters }))
  assert.equal(analysed.unique_authors, 5)
  assert.equal((members(await post('sample', { id, count: 10 })).interactions as unknown[]).length, 5)
  assert.equal((await post('stop', { id })).status, 204)
  assert.equal((await post('start', { id })).status, 204)
})

test('Node client: recordings of versions 1 to 1.3, without a service', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  for (const version of ['1', '1.2']) {
    const post = (path: string, body: unknown) => send({ method: 'POST', path: `/v${version}/pylon/${path}`, body })
    const { hash } = members(await post('compile', { csdl: 'interaction.content exists' }))
    assert.equal((await post('start', { hash, name: 'old' })).status, 204)
    assert.equal(members(await send({ path: `/v${version}/pylon/get?hash=${hash}` })).volume, 5)
    assert.equal(members(await post('analyze', { hash, parameters })).interactions, 5)
    assert.equal((await post('stop', { hash })).status, 204)
  }
  const { hash } = members(
    await send({ method: 'POST', path: '/v1.3/pylon/compile', body: { csdl: 'interaction.id exists' } })
  )
  const { id } = members(await send({ method: 'POST', path: '/v1.3/pylon/start', body: { hash, name: '1.3' } }))
  assert.equal(members(await send({ path: `/v1.3/pylon/get?id=${id}` })).id, id)
})

test('Node client: identities', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const base = '/v1.5/account/identity'
  const { id } = members(await send({ method: 'POST', path: base, body: { label: 'node', status: 'active' } }))
  assert.equal(members(await send({ path: `${base}/?per_page=5&page=1` })).count, 2)
  assert.equal(members(await send({ path: `${base}/${id}?id=${id}` })).label, 'node')
  const query = `id=${id}&label=renamed&status=disabled`
  const updated = members(await send({ method: 'PUT', path: `${base}/${id}?${query}`, body: '' }))
  assert.deepEqual([updated.label, updated.status], ['renamed', 'disabled'])
  assert.equal((await send({ method: 'DELETE', path: `${base}/${id}?id=${id}` })).status, 404)
  const limit = { identity_id: id, service: 'facebook', total_allowance: 5 }
  assert.equal((await send({ method: 'POST', path: `${base}/${id}/limit`, body: limit })).status, 201)
  const inQuery = `identity_id=${id}&service=facebook&total_allowance=7`
  const changed = await send({ method: 'PUT', path: `${base}/${id}/limit/facebook?${inQuery}`, body: '' })
  assert.deepEqual([changed.status, members(changed).total_allowance], [200, 7])
  const token = { identity_id: id, service: 'facebook', token: 'abc' }
  assert.equal((await send({ method: 'POST', path: `${base}/${id}/token`, body: token })).status, 201)
})

test('Node client: a refusal that is 429 for others is 403, for it takes 429 for an answer', async t => {
  const { send, standing } = await clientOf(t, 'facebook', headers, { DEMOGRAPH_RATE_LIMIT_ANALYZE: '25' })
  const path = '/v1.5/pylon/facebook/analyze'
  const analyze = () => send({ method: 'POST', path, body: { service: 'facebook', id: standing, parameters } })
  assert.deepEqual([(await analyze()).status, (await analyze()).status], [200, 200])
  const refused = await analyze()
  assert.deepEqual([refused.status, refused.data], [403, { error: 'API Rate Limit Exceeded' }])
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
})
