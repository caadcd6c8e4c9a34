import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createToken } from '../../src/store/accounts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'

const job = '/execute/AnalyzePublicProfiles'
const body = '{"ids": ["twitter:116679528"]}'
const json = { 'content-type': 'application/json' }

async function refusalOf(answer: Response): Promise<[status: number, sentence: string]> {
  const { errors } = (await answer.json()) as { errors: string[] }
  assert.ok(Array.isArray(errors) && errors.length > 0)
  assert.ok(!errors.join().includes('node_modules'), 'no stack')
  return [answer.status, errors.join(' ')]
}

test('every code of the error table is answered, with a sentence that says what to do', async t => {
  const { url } = await testApp(t)
  const { ask, execute, ended } = apiAt(url)
  const { execution } = await execute('AnalyzePublicProfiles', { ids: ['twitter:116679528'] })
  await ended(execution)
  await ask(`/resources/${execution}`, { method: 'DELETE' })
  const post = (path: string, init: RequestInit) => ask(path, { method: 'POST', headers: json, ...init })

  const table: [status: number, sentence: RegExp, asked: Promise<Response>][] = [
    [400, /^Line 1, column 9/, post(job, { body: '{"ids": x}' })],
    [400, /A list of ids must be present/, post(job, { body: '{}' })],
    [401, /access_token/, fetch(`${url}/executions`)],
    [401, /unknown or was revoked/, fetch(`${url}/executions?access_token=wrong`)],
    [404, /^Invalid job type$/, post('/execute/Nonsense', { body })],
    [404, /job hash/, ask('/status?execution=12345')],
    [404, /execution/, ask(`/status?execution=${'a'.repeat(26)}`)],
    [404, /\/docs/, ask('/nowhere')],
    [405, /POST/, ask(job)],
    [406, /application\/json/, post(job, { body, headers: { ...json, accept: 'application/hocon' } })],
    [410, /removed/, ask(`/resources/${execution}/result.json`)],
    [413, /4 MiB/, post(job, { body: ' '.repeat(4 * 1024 * 1024 + 1) })],
    [415, /application\/hocon/, post(job, { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })]
  ]
  for (const [status, sentence, asked] of table) {
    const [answered, text] = await refusalOf(await asked)
    assert.equal(answered, status, text)
    assert.match(text, sentence)
  }
})

test('an account with too much under way is told when to come back', async t => {
  const { url } = await testApp(t, { MAX_UNFINISHED: '1', CONCURRENCY: '1' })
  const { post } = apiAt(url)
  const asked = Array.from({ length: 20 }, (_, i) => post(job, { ids: [`twitter:${i + 1}`] }))

  const refused = (await Promise.all(asked)).filter(answer => answer.status === 429)

  assert.ok(refused.length > 0)
  for (const answer of refused) {
    assert.ok(Number(answer.headers.get('retry-after')) >= 1)
    assert.match((await refusalOf(answer))[1], /unfinished/)
  }
})

test("a member may ask and not import, and another account's execution is unknown to it", async t => {
  const { url, home } = await testApp(t)
  const { execution } = await apiAt(url).execute('AnalyzePublicProfiles', { ids: ['twitter:116679528'] })
  const database = await openDatabase({ url: '', folder: home })
  const { token } = await createToken(database, { account: 'guest', role: 'member', now: Date.now() })
  await database[Symbol.asyncDispose]()
  const guest = apiAt(url, token)

  assert.equal((await refusalOf(await guest.ask('/import', { method: 'POST', body: 'x' })))[0], 403)
  for (const path of [`/status?execution=${execution}`, `/resources/${execution}`, `/stop?execution=${execution}`]) {
    assert.equal((await refusalOf(await guest.ask(path)))[0], 404, path)
  }
  const own = await guest.execute('AnalyzePublicProfiles', { ids: ['twitter:116679528'] })
  assert.notEqual(own.execution, execution)
})
