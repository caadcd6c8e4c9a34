import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { Conflict, InvalidRequest } from '../../src/errors.ts'
import type { HttpServices, ImportRequest } from '../../src/http/http-services.ts'
import { adminToken, httpServer } from './support/http-server.ts'
import { errorOf } from './support/submit.ts'

type ImportStream = HttpServices['importStream']

const readLines: ImportStream = async (_caller, bytes, _request, watch) => {
  let text = ''
  for await (const chunk of bytes) {
    text += chunk
    watch.progress({ bytes: text.length })
  }
  const lines = text.split('\n').filter(Boolean)
  for (const [index, line] of lines.entries())
    if (line === 'bad') watch.reject({ record: index + 1, reason: 'no good' })
  return { records: lines.length }
}

const asAdmin = (init: RequestInit) => ({ ...init, headers: { authorization: adminToken, ...init.headers } })

test('a file is read as it is, of any content type, and its rejects are named', async t => {
  const { ask } = await httpServer(t, { importStream: readLines })
  for (const type of ['text/csv', 'application/x-www-form-urlencoded', 'application/json', '?']) {
    const answer = await ask(
      '/import',
      asAdmin({ method: 'POST', body: 'a\nbad\n', headers: { 'content-type': type } })
    )
    assert.deepEqual(
      await answer.json(),
      { records: 2, rejects_left_out: 0, rejects: [{ record: 2, reason: 'no good' }] },
      type
    )
  }
})

test('at most 100 rejects are named', async t => {
  const { ask } = await httpServer(t, { importStream: readLines })
  const answer = await ask('/import', asAdmin({ method: 'POST', body: 'bad\n'.repeat(500) }))
  const { rejects, ...rest } = (await answer.json()) as { rejects: unknown[] }

  assert.equal(rejects.length, 100)
  assert.deepEqual(rest, { records: 500, rejects_left_out: 400 })
})

test('as lines, the answer tells progress and rejects while it reads, and the summary last', async t => {
  const { ask } = await httpServer(t, { importStream: readLines })
  const headers = { accept: 'application/x-ndjson' }
  const answer = await ask('/import', asAdmin({ method: 'POST', body: 'a\nbad\n', headers }))
  const lines = (await answer.text()).trim().split('\n')

  assert.equal(answer.headers.get('content-type'), 'application/x-ndjson')
  assert.deepEqual(
    lines.map(line => JSON.parse(line)),
    [
      { progress: { bytes: 6 } },
      { reject: { record: 2, reason: 'no good' } },
      { summary: { records: 2, rejects_left_out: 0 } }
    ]
  )
})

test('rejects that nobody reads are kept up to 32 MiB, and then counted', async t => {
  const rejected = 100_000
  const importStream: ImportStream = async (_caller, _bytes, _request, watch) => {
    for (let record = 1; record <= rejected; record++) watch.reject({ record, text: 'x'.repeat(1000) })
    return {}
  }
  const { ask } = await httpServer(t, { importStream })
  const headers = { accept: 'application/x-ndjson' }
  const answer = await ask('/import', asAdmin({ method: 'POST', body: 'x', headers }))
  const lines = (await answer.text()).trim().split('\n')
  const { summary } = JSON.parse(lines.at(-1) ?? '') as { summary: { rejects_left_out: number } }

  assert.equal(lines.length - 1 + summary.rejects_left_out, rejected)
  assert.ok(lines.length > 30_000 && lines.length < 40_000, `${lines.length} lines`)
})

test('an import waits for whoever reads its rejects, so that none is missing', async t => {
  const importStream: ImportStream = async (_caller, _bytes, _request, watch) => {
    for (let round = 1; round <= 60; round++) {
      for (let record = 1; record <= 1000; record++) watch.reject({ record, text: 'x'.repeat(1000) })
      await watch.progress({})
    }
    return {}
  }
  const { ask } = await httpServer(t, { importStream })
  const headers = { accept: 'application/x-ndjson' }
  const answer = await ask('/import', asAdmin({ method: 'POST', body: 'x', headers }))
  const text = await answer.text()

  assert.equal(text.split('{"reject"').length - 1, 60_000)
  assert.ok(text.endsWith('{"summary":{"rejects_left_out":0}}\n'))
})

test('a compressed file is opened, a damaged one is 400', async t => {
  const { ask } = await httpServer(t, { importStream: readLines })
  const send = (body: string | Uint8Array, encoding: string) =>
    ask('/import', asAdmin({ method: 'POST', body, headers: { 'content-encoding': encoding } }))

  assert.deepEqual(await (await send(gzipSync('a\nb\n'), 'gzip')).json(), {
    records: 2,
    rejects_left_out: 0,
    rejects: []
  })
  assert.equal((await send('no gzip', 'gzip')).status, 400)
  assert.equal((await send(gzipSync('a\nb\n').subarray(0, 12), 'gzip')).status, 400)
  assert.equal((await send('x', 'lzma')).status, 415)
})

test('what is said about the file reaches the importer', async t => {
  let seen: ImportRequest | undefined
  const importStream: ImportStream = async (_caller, _bytes, request) => {
    seen = request
    return {}
  }
  const { ask } = await httpServer(t, { importStream })
  const query = new URLSearchParams({
    format: 'csv',
    service: 'mastodon',
    observed_at: '2019-01-02T00:00:00Z',
    columns: 'id=tweet id,author=user',
    time_zone: 'Europe/Lisbon',
    name: 'a.csv',
    key: 'k1'
  })
  await ask(`/import?${query}`, asAdmin({ method: 'POST', body: 'x' }))

  assert.deepEqual(seen, {
    format: 'csv',
    service: 'mastodon',
    name: 'a.csv',
    key: 'k1',
    columns: new Map([
      ['id', 'tweet id'],
      ['author', 'user']
    ]),
    observedAt: Date.UTC(2019, 0, 2),
    timeZone: 'Europe/Lisbon'
  })
})

test('a wrong parameter is 400 and a form is 415, before anything is read', async t => {
  const { ask } = await httpServer(t)
  for (const query of ['service=myspace', 'observed_at=yesterday', 'columns=id', 'columns=id=a,id=b', 'format=']) {
    const [status, errors] = await errorOf(await ask(`/import?${query}`, asAdmin({ method: 'POST', body: 'x' })))
    assert.equal(status, 400, query)
    assert.ok(errors[0]?.startsWith(query.split('=', 1)[0] ?? ''), errors[0])
  }
  const body = new FormData()
  body.append('file', 'x')
  assert.equal((await ask('/import', asAdmin({ method: 'POST', body }))).status, 415)
})

test('an importer that refuses a large file at once is heard, in both kinds of answer', async t => {
  const importStream: ImportStream = async (_caller, bytes) => {
    bytes.destroy()
    throw new Conflict('Another import of this file is under way.')
  }
  const { ask } = await httpServer(t, { importStream })
  for (const accept of ['application/json', 'application/x-ndjson']) {
    const answer = await ask('/import', asAdmin({ method: 'POST', body: 'x'.repeat(20_000_000), headers: { accept } }))
    assert.deepEqual(await errorOf(answer), [409, ['Another import of this file is under way.']], accept)
  }
})

test('an error after the first line is the last line', async t => {
  const importStream: ImportStream = async (_caller, _bytes, _request, watch) => {
    watch.progress({ bytes: 1 })
    await sleep(20)
    throw new InvalidRequest('Line 7 is too long.')
  }
  const { ask } = await httpServer(t, { importStream })
  const answer = await ask(
    '/import',
    asAdmin({ method: 'POST', body: 'x', headers: { accept: 'application/x-ndjson' } })
  )

  assert.equal((await answer.text()).trim().split('\n').at(-1), '{"errors":["Line 7 is too long."],"status":400}')
})

test('the importer is told when the client goes away', async t => {
  const gone = Promise.withResolvers<void>()
  const importStream: ImportStream = async (_caller, bytes, _request, watch) => {
    watch.signal.addEventListener('abort', () => gone.resolve())
    for await (const _chunk of bytes);
    return {}
  }
  const { ask } = await httpServer(t, { importStream })
  const client = new AbortController()
  const body = new ReadableStream({ start: controller => controller.enqueue(new TextEncoder().encode('a\n')) })
  const asked = ask('/import', {
    ...asAdmin({ method: 'POST', body }),
    duplex: 'half',
    signal: client.signal
  } as RequestInit)
  await sleep(100)
  client.abort()

  await assert.rejects(asked)
  await gone.promise
})
