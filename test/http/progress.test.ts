import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { httpServer } from './support/http-server.ts'
import { submit } from './support/submit.ts'

const stream = { headers: { accept: 'text/event-stream' } }

test('progress is a number, whatever measure is asked for', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  server.executions.set(hash, { state: 'running', progress: 42 })

  const answer = await server.ask(`/progress?execution=${hash}&measure=percent`)

  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  assert.equal(await answer.json(), 42)
  const head = await server.ask(`/progress?execution=${hash}`, { ...stream, method: 'HEAD' })
  assert.deepEqual([head.status, await head.text()], [200, ''])
})

test('as a stream, progress is an event for each change until the execution is over', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  const answer = await server.ask(`/progress?execution=${hash}`, stream)
  const events = answer.text()
  for (const change of [
    { state: 'running', progress: 10 },
    { progress: 60 },
    { state: 'finished', progress: 100 }
  ] as const) {
    await sleep(30)
    server.executions.set(hash, change)
  }

  const bodies = (await events)
    .trim()
    .split('\n\n')
    .map(event => JSON.parse(event.replace(/^event: progress\ndata: /, '')))

  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  assert.deepEqual(
    bodies.map(body => [body.status, body.progress]),
    [
      ['SUBMITTED', 0],
      ['RUNNING', 10],
      ['RUNNING', 60],
      ['FINISHED', 100]
    ]
  )
})

test('a stream over a finished execution ends at once', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  server.executions.set(hash, { state: 'finished', progress: 100 })

  assert.match(await (await server.ask(`/progress?execution=${hash}`, stream)).text(), /FINISHED/)
})

test('nobody is asked any more once the client has gone', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  let looks = 0
  const { changed } = server.executions
  server.executions.changed = (...rest) => {
    looks++
    return changed(...rest)
  }
  const client = new AbortController()
  const answer = await server.ask(`/progress?execution=${hash}`, { ...stream, signal: client.signal })
  await answer.body?.getReader().read()
  client.abort()
  await sleep(50)
  const looksThen = looks

  server.executions.set(hash, { progress: 1 })
  await sleep(50)

  assert.equal(looks, looksThen)
})
