import assert from 'node:assert/strict'
import { test } from 'node:test'
import { httpServer } from './support/http-server.ts'
import { errorOf, json } from './support/submit.ts'

const path = '/estimate/AudienceInfluencers'
const hocon = { 'content-type': 'application/hocon' }

test('a body is JSON or HOCON, whatever parameters and case its type is written with', async t => {
  const { ask } = await httpServer(t)
  for (const [type, body] of [
    ['application/json', '{"ids": ["twitter:1"]}'],
    ['Application/JSON; charset=utf-8', '{"ids": ["twitter:1"]}'],
    ['application/hocon', 'ids = [\n "twitter:1"\n "twitter:2"\n]'],
    ['application/hocon;v=1', 'ids: [twitter-1]']
  ] as const) {
    const answer = await ask(path, { method: 'POST', body, headers: { 'content-type': type } })
    assert.deepEqual([answer.status, await answer.json()], [200, { valid: true, runMs: 300, waitMs: 100 }], type)
  }
})

test('another type, or none, is 415', async t => {
  const { ask } = await httpServer(t)
  for (const type of ['application/x-www-form-urlencoded', 'text/json', '???', 'constructor', '']) {
    const answer = await ask(path, { method: 'POST', body: Buffer.from('{}'), headers: { 'content-type': type } })
    assert.equal(answer.status, 415, type)
    assert.match((await errorOf(answer))[1].join(), /application\/json/)
  }
  assert.equal((await ask(path, { method: 'POST', body: Buffer.from('{}') })).status, 415)
})

test('an empty JSON body is a question without ids, not a malformed one', async t => {
  const { ask } = await httpServer(t)
  const answer = await ask(path, { method: 'POST', headers: json })

  assert.deepEqual(
    [answer.status, await answer.json()],
    [200, { valid: false, errors: ['A list of ids must be present'] }]
  )
})

test('a body that does not parse is answered with line and column', async t => {
  const { ask } = await httpServer(t)
  const bad = (body: string, headers = json) => ask(path, { method: 'POST', body, headers }).then(errorOf)

  assert.deepEqual(await bad('{"ids": [\n  1,, 2]}'), [400, ['Line 2, column 5: expected a value, found ",".']])
  const [status, errors] = await bad('ids = [1', hocon)
  assert.equal(status, 400)
  assert.match(errors.join(), /^Line 1, column 9/)
})

test('bodies that are no text for us are 400: wrong UTF-8, NUL, lists, __proto__, deep nesting', async t => {
  const { ask } = await httpServer(t)
  const send = (body: string | Uint8Array, headers = json) => ask(path, { method: 'POST', body, headers })
  for (const body of [
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
    '{"ids": ["a\0b"]}',
    '{"ids": ["a\\u0000b"]}',
    '[]',
    '"text"',
    'null',
    '{"__proto__": {"x": 1}}',
    '{"a": {"constructor": 1}}',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  ]) {
    const [status, errors] = await errorOf(await send(body))
    assert.equal(status, 400, String(body).slice(0, 40))
    assert.equal(errors.length, 1)
  }
  for (const body of ['include "/etc/passwd"', 'include url("http://127.0.0.1/")', '__proto__.x = 1', bomb()]) {
    assert.equal((await send(body, hocon)).status, 400, body.slice(0, 40))
  }
})

function bomb(): string {
  const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1} = [\${a${i}}, \${a${i}}, \${a${i}}]`)
  return `a0 = ["lol"]\n${lines.join('\n')}`
}

test('a body of more than 4 MiB is 413, with or without its length said, and the connection goes on', async t => {
  const { ask } = await httpServer(t)
  const large = 'x'.repeat(4 * 1024 * 1024 + 1)
  const chunks = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(large))
      controller.close()
    }
  })
  const streamed = { method: 'POST', body: chunks, headers: json, duplex: 'half' } as RequestInit // Node's fetch wants duplex.

  assert.deepEqual(await errorOf(await ask(path, { method: 'POST', body: large, headers: json })), [
    413,
    ['A body may have 4194304 bytes (4 MiB) at most.']
  ])
  assert.equal((await ask(path, streamed)).status, 413)
  assert.equal((await ask('/executions')).status, 200)
})

test('100,000 ids in one body are refused with the documented sentence', async t => {
  const { ask } = await httpServer(t)
  const ids = Array.from({ length: 100_000 }, (_, i) => `t:${i}`)
  const body = JSON.stringify({ ids })

  assert.deepEqual(await errorOf(await ask('/execute/AudienceInfluencers', { method: 'POST', body, headers: json })), [
    400,
    ['Maximum of 1000 ids may be provided']
  ])
})

test('a compressed body is 415 where it is not understood', async t => {
  const { ask } = await httpServer(t)
  const headers = { ...json, 'content-encoding': 'gzip' }
  assert.equal((await ask(path, { method: 'POST', body: 'x', headers })).status, 415)
})
