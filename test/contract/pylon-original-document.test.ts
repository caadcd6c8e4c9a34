import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createToken } from '../../src/store/accounts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { testApp } from '../support/app.ts'
import { pylonAt } from '../support/pylon.ts'
import { type CurlCall, readCurl } from './read-curl.ts'

// The four calls of the document that was asked for, each on one line.
const printed = {
  analysis: `curl -X GET 'https://api.datasift.com/v1.5/pylon/linkedin/task/analysis' -H 'Authorization: username:identity_api_key'`,
  strategy: `curl -X GET 'https://api.datasift.com/v1.5/pylon/linkedin/task/strategy' -H 'Authorization: username:identity_api_key'`,
  page: `curl -X GET 'https://api.datasift.com/v1.5/pylon/linkedin/task/analysis?page=2&per_page=10' -H 'Authorization: username:identity_api_key'`,
  queued: `curl -X GET 'https://api.datasift.com/v1.5/pylon/linkedin/task/analysis?status=queued' -H 'Authorization: username:identity_api_key'`
}

type List = { readonly tasks: readonly Record<string, unknown>[] } & Readonly<Record<string, unknown>>

async function send({ url, ...init }: CurlCall): Promise<{ status: number; type: string; body: List }> {
  const answer = await fetch(url, init)
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, type, body: (await answer.json()) as List } // Compared member by member.
}

/** A server over one linkedin recording, asked for tasks by an identity of the account `acme`. */
async function acme(t: TestContext) {
  const { url, home } = await testApp(t, { CONCURRENCY: '1' })
  const database = await openDatabase({ url: '', folder: home })
  const { token, identityId } = await createToken(database, {
    account: 'acme',
    identity: 'sales',
    role: 'member',
    now: Date.now()
  })
  await database[Symbol.asyncDispose]()
  const { json, submit, ended } = pylonAt(url, 'linkedin', `acme:${token}`)
  const { hash } = await json<{ hash: string }>('POST', '/compile', { csdl: 'interaction.content exists' })
  const { id: recording } = await json<{ id: string }>('PUT', '/start', { hash, name: 'everything' })
  const call = (line: string) => {
    const filled = line.replace('https://api.datasift.com', url).replace('username:identity_api_key', `acme:${token}`)
    return send(readCurl(filled))
  }
  return { url, token, identityId, recording, call, submit, ended }
}

const freqDist = (threshold: number) => ({
  parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold } }
})

test('the four printed calls answer what is printed under them', async t => {
  const { recording, call, submit, ended } = await acme(t)
  for (let task = 1; task <= 15; task++) {
    const { id } = await submit('analysis', freqDist(task), recording)
    await ended('analysis', id)
  }

  const newest = await call(printed.analysis)
  assert.deepEqual([newest.status, newest.type], [200, 'application/json; charset=utf-8'])
  assert.deepEqual(Object.keys(newest.body), ['count', 'page', 'pages', 'per_page', 'tasks'])
  const { tasks, ...envelope } = newest.body
  assert.deepEqual(envelope, { count: 15, page: 1, pages: 1, per_page: 25 })
  assert.deepEqual(
    tasks.map(task => task.parameters),
    Array.from({ length: 15 }, (_, i) => freqDist(15 - i))
  )

  const page = await call(printed.page)
  assert.deepEqual([page.body.count, page.body.page, page.body.pages, page.body.per_page], [15, 2, 2, 10])
  assert.deepEqual(page.body.tasks, tasks.slice(10))

  const queued = await call(printed.queued)
  assert.deepEqual(queued.body, { count: 0, page: 1, pages: 1, per_page: 25, tasks: [] })
  const strategy = await call(printed.strategy)
  assert.deepEqual(strategy.body, { count: 0, page: 1, pages: 1, per_page: 25, tasks: [] })
})

test('a task has the members of the printed one, each of the printed type', async t => {
  const { identityId, recording, call, submit, ended } = await acme(t)
  const before = Math.floor(Date.now() / 1000)
  const parameters = freqDist(5)
  const { id } = await submit('analysis', parameters, recording)
  await ended('analysis', id)

  const [task] = (await call(printed.analysis)).body.tasks
  const { created_at: createdAt, updated_at: updatedAt, ...rest } = task ?? {}
  assert.deepEqual(rest, {
    ...{ id, identity_id: identityId, subscription_id: recording, name: 'a test', type: 'analysis', parameters },
    ...{ result: null, usage: { analysis_tasks: 1 }, steps_completed: 1, total_steps: 1 },
    ...{ message: null, status: 'completed' }
  })
  assert.match(id, /^[0-9a-f]{40}$/)
  assert.match(String(identityId), /^[0-9a-f]{32}$/)
  assert.match(recording, /^[0-9a-f]{40}$/)
  for (const time of [createdAt, updatedAt]) {
    assert.ok(Number.isInteger(time) && Number(time) >= before && Number(time) <= before + 60, String(time))
  }
  assert.ok(Number(updatedAt) >= Number(createdAt))
})

test('the two printed errors come word for word', async t => {
  const { url, token } = await acme(t)
  const ask = (query: string) =>
    send({
      method: 'GET',
      url: `${url}/v1.5/pylon/linkedin/task/analysis?${query}`,
      headers: { Authorization: `acme:${token}` }
    })

  for (const [query, error] of [
    ['page=0', 'The page parameter must be an integer greater than zero'],
    ['per_page=101', 'The per_page parameter must be an integer greater than zero and less or equal to 100']
  ] as const) {
    const { status, body } = await ask(query)
    assert.deepEqual([status, body], [400, { error }])
  }
})
