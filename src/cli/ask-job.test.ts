import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { Stopped } from '../errors.ts'
import { createApiClient } from './api-client.ts'
import { askJob, type Status } from './ask-job.ts'

const execution = '4k2f7qh3m1n8p5r6s9t0v2w4x6'
const question = { job: 'FollowerBreakdown', body: { ids: ['twitter:1'] }, isFresh: false }

/** A server whose job stands as the list says, look by look, and is KILLED once it was stopped. */
async function serving(t: TestContext, words: Status['status'][]) {
  const calls: string[] = []
  const server = http.createServer((request, answer) => {
    calls.push(`${request.method} ${request.url}`)
    if (request.url?.startsWith('/execute')) return answer.end(JSON.stringify({ execution, status: 'SUBMITTED' }))
    const now = words.length > 1 ? words.shift() : words[0]
    answer.end(JSON.stringify(body(request.url?.startsWith('/stop') ? 'KILLED' : now)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo // A TCP server's address.
  return { api: createApiClient({ url: `http://127.0.0.1:${port}`, token: '' }), calls }
}

function body(status: string | undefined) {
  const nothing = { externalId: null, project: null, user: null, version: null, configuration: null, dispatch: null }
  const times = { submitted_at: '2026-01-01T00:00:00.000Z', started_at: null, finished_at: null, runMs: 1, waitMs: 0 }
  return {
    execution,
    status,
    job: question.job,
    labels: [],
    progress: 50,
    errors: [],
    warnings: [],
    ...nothing,
    ...times
  }
}

test('a question is followed to its end', async t => {
  const { api, calls } = await serving(t, ['SUBMITTED', 'RUNNING', 'FINISHED'])
  const seen: string[] = []

  const end = await askJob(api, question, {
    signal: new AbortController().signal,
    onStatus: ({ status }) => seen.push(status)
  })

  assert.equal(end.status, 'FINISHED')
  assert.deepEqual(seen, ['SUBMITTED', 'RUNNING', 'FINISHED'])
  assert.deepEqual([calls[0], calls.length], ['POST /execute/FollowerBreakdown', 4])
})

test('Ctrl-C stops the execution on the server and says so', async t => {
  const { api, calls } = await serving(t, ['RUNNING'])
  const interrupt = new AbortController()

  const asked = askJob(api, question, { signal: interrupt.signal, onStatus: () => interrupt.abort() })

  await assert.rejects(asked, new Stopped(`Interrupted: the execution ${execution} is KILLED.`))
  assert.equal(calls.at(-1), `POST /stop?execution=${execution}`)
})
