import assert from 'node:assert/strict'
import { test } from 'node:test'
import { httpServer, memberToken } from './support/http-server.ts'
import { json, submit } from './support/submit.ts'

test('each request is one line, with its id and its account, and a good poll is logged at debug only', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  await server.ask(`/status?execution=${hash}`, { headers: { 'x-request-id': 'poll-1' } })
  await server.ask('/status?execution=x')

  const lines = server.logged.map(line => JSON.parse(line))
  assert.deepEqual(
    lines.map(({ level, method, path, status, account }) => [level, method, path, status, account]),
    [
      [30, 'POST', '/execute/AudienceInfluencers', 202, 'ann'],
      [20, 'GET', '/status', 200, 'ann'],
      [30, 'GET', '/status', 404, 'ann']
    ]
  )
  assert.equal(lines[1].reqId, 'poll-1')
})

test('no token and no body ever reaches the log, whatever a request looks like', async t => {
  const { url, ask, logged } = await httpServer(t, {
    readiness: async () => {
      throw new TypeError('a bug')
    }
  })
  const secret = 'secretword'
  for (const path of [
    `/status?execution=x?access_token=${memberToken}`,
    `/status/access_token=${memberToken}`,
    `/status&access_token=${memberToken}`,
    `/readyz?access_token=${memberToken}`,
    `/%zz?access_token=${memberToken}`,
    `/execute/AudienceInfluencers%3Faccess_token=${memberToken}`
  ]) {
    await fetch(url + path)
    await fetch(url + path, { method: 'POST', body: `{"ids": ["${secret}"`, headers: json })
  }
  await ask('/execute/AudienceInfluencers', { method: 'POST', body: `{"ids": ["${secret}"`, headers: json })

  assert.ok(logged.some(line => line.includes('a bug')))
  assert.ok(!logged.join('').includes(memberToken))
  assert.ok(!logged.join('').includes(secret))
})

test('a bug is answered with the id of the request, and the log has the rest', async t => {
  const { ask, logged } = await httpServer(t, {
    readiness: async () => {
      throw new TypeError('a bug')
    }
  })
  const answer = await ask('/readyz', { headers: { 'x-request-id': 'r-7' } })
  const text = await answer.text()

  assert.equal(answer.status, 500)
  assert.match(text, /r-7/)
  assert.doesNotMatch(text, /a bug|\.ts/)
  assert.ok(logged.some(line => line.includes('"reqId":"r-7"') && line.includes('a bug') && line.includes('stack')))
})

test('the figures count requests by route and status', async t => {
  const { ask } = await httpServer(t)
  await ask('/healthz')
  await ask('/no/such/path')

  const answer = await ask('/metrics')
  const text = await answer.text()

  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/)
  assert.match(text, /demograph_http_request_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/)
  assert.match(text, /demograph_http_request_seconds_count\{method="GET",route="none",status="404"\} 1/)
})
