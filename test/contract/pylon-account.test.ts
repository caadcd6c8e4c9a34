import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { apiKey, clientOf, members, username } from './pylon-client.ts'

const freqDist = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 3 } }

/** Waits for the next hour when it is about to begin: limits and usage count by hours of the clock. */
async function withinAnHour() {
  const leftMs = 3_600_000 - (Date.now() % 3_600_000)
  if (leftMs < 20_000) await sleep(leftMs)
}

/** An identity of the first account, as a client of facebook's standing recording, and the account's own calls. */
async function guests(t: TestContext) {
  const json = { 'content-type': 'application/json' }
  const { send, standing } = await clientOf(t, 'facebook', { authorization: `${username}:${apiKey}`, ...json })
  await withinAnHour()
  const made = await send({ method: 'POST', path: '/v1.6/account/identity', body: { label: 'guests' } })
  const { id, api_key: key } = members(made)
  const headers = { authorization: `${username}:${key}` }
  const submit = (threshold: number) => {
    const parameters = { parameters: { ...freqDist, parameters: { ...freqDist.parameters, threshold } } }
    const body = { subscription_id: standing, name: 'n', type: 'analysis', parameters }
    return send({ method: 'POST', path: '/v1.6/pylon/facebook/task', body, headers })
  }
  const analyze = () => {
    const body = { id: standing, parameters: freqDist }
    return send({ method: 'POST', path: '/v1.6/pylon/facebook/analyze', body, headers })
  }
  return { send, submit, analyze, id: String(id) }
}

test('what an account allows an identity in an hour holds, for tasks and for /analyze, until it allows more', async t => {
  const { send, submit, analyze, id } = await guests(t)
  const limits = `/v1.6/account/identity/${id}/limit`
  const limit = { service: 'facebook', total_allowance: 100_000, analyze_queries: 2 }
  const nowhere = await send({ method: 'POST', path: limits, body: { analyze_queries: 2 } })
  assert.deepEqual([nowhere.status, nowhere.data], [400, { error: "Missing param 'service'" }])
  const set = await send({ method: 'POST', path: limits, body: limit })
  assert.deepEqual([set.status, set.data], [201, { id, identity_id: id, ...limit }])

  assert.deepEqual([(await submit(1)).status, (await analyze()).status], [202, 200])
  for (const refused of [await submit(2), await analyze()]) {
    assert.equal(refused.status, 429)
    assert.match(
      String(members(refused).error),
      /^This identity has asked for as many analyses of facebook as its limit/
    )
    const retryAfterS = Number(refused.headers.get('retry-after'))
    assert.ok(retryAfterS > 0 && retryAfterS <= 3600, String(retryAfterS))
  }
  const raised = await send({ method: 'PUT', path: `${limits}/facebook`, body: { analyze_queries: 3 } })
  assert.deepEqual([raised.status, members(raised).total_allowance], [200, null])
  assert.equal((await submit(2)).status, 202)
  assert.equal((await analyze()).status, 429)
  assert.equal((await send({ method: 'DELETE', path: `${limits}/facebook` })).status, 204)
  assert.equal((await analyze()).status, 200)
})

test('the usage of an account is told by hour, day or month, the last one when no start is named', async t => {
  const { send, submit, analyze } = await guests(t)
  await submit(1)
  await analyze()
  const now = Math.floor(Date.now() / 1000)
  const usage = async (path: string) => members(await send({ path })).usage
  const used = { quantity: 2, cost: 0, category: 'pylon', unit: 'analysis_task', source: 'facebook' }

  const hour = now - (now % 3600)
  const inWindow = `start=${hour}&end=${now + 1}`
  assert.deepEqual(await usage(`/v1.6/account/usage?${inWindow}`), [{ ...used, timestamp: hour }])
  const day = now - (now % 86_400)
  assert.deepEqual(await usage(`/v1.6/account/usage?period=daily&${inWindow}`), [{ ...used, timestamp: day }])
  for (const period of ['hourly', 'daily', 'monthly']) {
    const [last] = (await usage(`/v1.5/account/usage?period=${period}`)) as { quantity: number }[]
    assert.equal(last?.quantity, 2, period)
  }
  assert.deepEqual(await usage(`/v1.5/account/usage?end=${hour}`), [])
  assert.deepEqual(await usage(`/v1.6/account/usage?start=${hour - 7200}&end=${hour}`), [])
})
