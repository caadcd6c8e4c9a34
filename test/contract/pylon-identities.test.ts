import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createToken } from '../../src/store/accounts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { testApp } from '../support/app.ts'
import { pylonAt } from '../support/pylon.ts'

/** An account with two identities and a key of its own, as clients of facebook's recordings. */
async function acme(t: TestContext) {
  const { url, home } = await testApp(t)
  const database = await openDatabase({ url: '', folder: home })
  const keyOf = async (identity?: string) => {
    const wanted = { account: 'acme', role: 'member', now: Date.now() } as const
    return (await createToken(database, { ...wanted, ...(identity !== undefined && { identity }) })).token
  }
  const [sales, press, account] = [await keyOf('sales'), await keyOf('press'), await keyOf()]
  await database[Symbol.asyncDispose]()
  const clientOf = (key: string) => pylonAt(url, 'facebook', `acme:${key}`)
  return { url, sales: clientOf(sales), press: clientOf(press), account: clientOf(account), accountKey: account }
}

type Client = ReturnType<typeof pylonAt>

async function record({ json }: Client, name: string): Promise<string> {
  const { hash } = await json<{ hash: string }>('POST', '/compile', { csdl: 'interaction.content exists' })
  return (await json<{ id: string }>('PUT', '/start', { hash, name })).id
}

const errorOf = async (answer: Response) => [answer.status, ((await answer.json()) as { error: string }).error]
const analysis = { parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags' } } }

test('an identity sees its own recordings, the key of the account those of all its identities', async t => {
  const { sales, press, account } = await acme(t)
  const [ofSales, ofPress] = [await record(sales, 'one'), await record(press, 'two')]
  const idsOf = async ({ json }: Client) => {
    const { subscriptions } = await json<{ subscriptions: { id: string }[] }>('GET', '/get?order_by=created_at')
    return subscriptions.map(({ id }) => id).sort()
  }

  assert.deepEqual(await idsOf(sales), [ofSales])
  assert.deepEqual(await idsOf(press), [ofPress])
  assert.deepEqual(await idsOf(account), [ofSales, ofPress].sort())
  const unknown = [404, 'Subscription not found']
  assert.deepEqual(await errorOf(await sales.call('GET', `/get?id=${ofPress}`)), unknown)
  assert.deepEqual(await errorOf(await sales.call('PUT', '/stop', { id: ofPress })), unknown)
  const body = { subscription_id: ofPress, name: 'n', type: 'analysis', parameters: analysis }
  assert.deepEqual(await errorOf(await sales.call('POST', '/task', body)), unknown)
})

test('a task is read and ended by the identity that made it, and by nobody else', async t => {
  const { sales, press, account } = await acme(t)
  const { id } = await sales.submit('analysis', analysis, await record(sales, 'one'))
  const unknown = [404, 'Task not found']
  for (const [method, path] of [
    ['GET', `/task/analysis/${id}`],
    ['GET', `/task/${id}`],
    ['DELETE', `/task/analysis/${id}`],
    ['POST', `/task/analysis/${id}/stop`]
  ] as const) {
    assert.deepEqual(await errorOf(await press.call(method, path)), unknown, `${method} ${path}`)
  }
  const refused = [403, 'You must use an account identity to access this endpoint']
  assert.deepEqual(await errorOf(await account.call('GET', `/task/analysis/${id}`)), refused)
  assert.equal((await press.json<{ count: number }>('GET', '/task/analysis')).count, 0)
  assert.equal((await sales.json<{ count: number }>('GET', '/task/analysis')).count, 1)
  assert.deepEqual(await errorOf(await sales.call('GET', `/task/strategy/${id}`)), unknown)
})

test("an identity's key does not manage identities, the account's does", async t => {
  const { url, sales, accountKey } = await acme(t)
  const ask = (path: string, key: string) => fetch(`${url}/v1.6/account/${path}`, { headers: { auth: `acme:${key}` } })
  const { identities } = (await (await ask('identity', accountKey)).json()) as { identities: { label: string }[] }
  assert.deepEqual(
    identities.map(({ label }) => label),
    ['sales', 'press']
  )
  const salesKey = await sales.call('GET', '/get')
  assert.equal(salesKey.status, 200)
})

test('a disabled identity is let in no more', async t => {
  const { url, accountKey } = await acme(t)
  const call = async (method: string, path: string, body: unknown, key = accountKey) => {
    const headers = { authorization: `acme:${key}`, 'content-type': 'application/json' }
    return fetch(`${url}/v1.6/${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  }
  const made = await call('POST', 'account/identity', { label: 'guests' })
  const { id, api_key: key } = (await made.json()) as { id: string; api_key: string }
  assert.equal((await call('GET', 'pylon/facebook/task', undefined, key)).status, 200)
  const refused = await call('GET', 'account/identity', undefined, key)
  assert.deepEqual(await errorOf(refused), [403, 'You must use an account API key to access this endpoint'])

  await call('PUT', `account/identity/${id}`, { status: 'disabled' })
  assert.deepEqual(await errorOf(await call('GET', 'pylon/facebook/task', undefined, key)), [
    401,
    'Authorization failed'
  ])
  const twice = await call('POST', 'account/identity', { label: 'guests' })
  assert.equal(twice.status, 409)
})
