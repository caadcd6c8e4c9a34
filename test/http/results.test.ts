import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zstdDecompressSync } from 'node:zlib'
import { Gone } from '../../src/errors.ts'
import { httpServer } from './support/http-server.ts'
import { errorOf, submit } from './support/submit.ts'

const ranking = {
  items: Array.from({ length: 60 }, (_, i) => ({ rank: i + 1, id: `twitter:${i}`, displayName: `=${i}` }))
}
const result = JSON.stringify({ ranking })

async function finished(t: Parameters<typeof httpServer>[0]) {
  const server = await httpServer(t)
  const hash = await submit(server)
  server.executions.set(hash, { state: 'finished', result })
  return { ...server, hash }
}

test('an unfinished result is empty and says when to ask again', async t => {
  const server = await httpServer(t)
  const hash = await submit(server)
  for (const path of [`/resources/${hash}`, `/resources/${hash}/result.json`, `/resources/${hash}/result.csv`]) {
    const answer = await server.ask(path)
    assert.deepEqual([answer.status, answer.headers.get('retry-after'), await answer.text()], [204, '1', ''], path)
  }
})

test('a finished result is its JSON, byte for byte, under both paths', async t => {
  const { ask, hash } = await finished(t)
  for (const path of [`/resources/${hash}`, `/resources/${hash}/result.json`]) {
    const answer = await ask(path, { headers: { 'accept-encoding': 'identity' } })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
    assert.match(answer.headers.get('cache-control') ?? '', /^private/)
    assert.equal(await answer.text(), result)
  }
})

test('HEAD answers what GET does, without the body', async t => {
  const { ask, hash } = await finished(t)
  const answer = await ask(`/resources/${hash}`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })

  assert.deepEqual([answer.status, answer.headers.get('content-length')], [200, String(result.length)])
  assert.equal(await answer.text(), '')
})

test('a client that has the result already gets 304, whatever encoding it had', async t => {
  const { ask, hash } = await finished(t)
  const first = await ask(`/resources/${hash}`, { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(await first.text(), result)
  assert.equal(first.headers.get('content-encoding'), 'gzip')
  assert.equal(first.headers.get('etag'), `"${hash}-gzip"`)

  const again = await ask(`/resources/${hash}`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })

  assert.deepEqual([again.status, await again.text()], [304, ''])
  assert.equal((await ask(`/resources/${hash}`, { headers: { 'if-none-match': '"other"' } })).status, 200)
})

test('zstd is sent to whoever asks for it', async t => {
  const { ask, hash, url } = await finished(t)
  const answer = await ask(`/resources/${hash}`, { headers: { 'accept-encoding': 'zstd' } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const text =
    answer.headers.get('content-encoding') === 'zstd' && bytes[0] === 0x28 ? zstdDecompressSync(bytes) : bytes

  assert.ok(url)
  assert.equal(answer.headers.get('content-encoding'), 'zstd')
  assert.equal(answer.headers.get('vary'), 'accept-encoding')
  assert.equal(text.toString(), result)
})

test('the table has a row for each item, to be saved as a file', async t => {
  const { ask, hash } = await finished(t)
  const answer = await ask(`/resources/${hash}/result.csv`, { headers: { accept: 'text/csv' } })
  const lines = (await answer.text()).split('\r\n')

  assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/)
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment/)
  assert.deepEqual(lines.slice(0, 2), ['section,rank,id,displayName', "ranking,1,twitter:0,'=0"])
  assert.equal((await ask(`/resources/${hash}/result.csv`, { headers: { accept: 'application/json' } })).status, 406)
})

test('a removed result is 410', async t => {
  const { ask, hash, executions } = await finished(t)
  const removed = await ask(`/resources/${hash}`, { method: 'DELETE' })
  assert.deepEqual([removed.status, await removed.text()], [204, ''])

  executions.set(hash, { error: new Gone('The result was removed: POST the request again.') })

  assert.deepEqual(await errorOf(await ask(`/resources/${hash}`)), [
    410,
    ['The result was removed: POST the request again.']
  ])
})
