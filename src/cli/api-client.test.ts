import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import { Conflict, InvalidRequest, NotFound, TooMany, Unavailable } from '../errors.ts'
import { createApiClient } from './api-client.ts'

async function listening(t: TestContext, server: http.Server | https.Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return (server.address() as AddressInfo).port // A TCP server's address.
}

test('a call carries its parameters, its body and the token in a header', async t => {
  const server = http.createServer(async (request, answer) => {
    const { method, url, headers } = request
    answer.end(JSON.stringify({ method, url, token: headers.authorization, body: await text(request) }))
  })
  const api = createApiClient({ url: `http://127.0.0.1:${await listening(t, server)}`, token: 'secret' })

  assert.deepEqual(
    await api.call('POST', '/execute/X', { query: { fresh: true, left: undefined }, body: { ids: [] } }),
    {
      method: 'POST',
      url: '/execute/X?fresh=true',
      token: 'Bearer secret',
      body: '{"ids":[]}'
    }
  )
})

test('an empty answer is nothing', async t => {
  const server = http.createServer((_, answer) => answer.writeHead(204).end())
  const api = createApiClient({ url: `http://127.0.0.1:${await listening(t, server)}`, token: '' })
  assert.equal(await api.call('GET', '/'), undefined)
})

test('an answer of 400 or more is the error that the server meant', async t => {
  const server = http.createServer((request, answer) => {
    answer.writeHead(Number(request.url?.slice(1)), { 'retry-after': '7' }).end('{"errors": ["One.", "Two."]}')
  })
  const api = createApiClient({ url: `http://127.0.0.1:${await listening(t, server)}`, token: '' })
  const errorAt = (status: number) => api.call('GET', `/${status}`).catch(error => error)

  const error = await errorAt(400)
  assert.ok(error instanceof InvalidRequest)
  assert.deepEqual(error.errors, ['One.', 'Two.'])
  assert.ok((await errorAt(404)) instanceof NotFound)
  assert.ok((await errorAt(409)) instanceof Conflict)
  assert.ok((await errorAt(503)) instanceof Unavailable)
  const tooMany = await errorAt(429)
  assert.ok(tooMany instanceof TooMany && tooMany.retryAfterS === 7)
})

test('an error that is told before the whole upload was read arrives as that error', async t => {
  const server = http.createServer((request, answer) => {
    request.once('data', () => answer.writeHead(400, { connection: 'close' }).end('{"errors": ["No format fits."]}'))
  })
  const api = createApiClient({ url: `http://127.0.0.1:${await listening(t, server)}`, token: '' })
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536)
    })()
  )
  await assert.rejects(api.stream('POST', '/import', { body: endless }), /No format fits/)
  endless.destroy()
})

test('over HTTPS exactly the server’s own certificate is accepted, for whatever name it is', async t => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'tls-'))
  const own = selfSigned(folder.path, 'own')
  const other = selfSigned(folder.path, 'other')
  if (!own || !other) return t.skip('openssl is not installed, so no certificate could be made')
  const server = https.createServer(own, (_, answer) => answer.end('"hello"'))
  const url = `https://127.0.0.1:${await listening(t, server)}`

  assert.equal(await createApiClient({ url, token: '', certificate: own.cert }).call('GET', '/'), 'hello')
  await assert.rejects(createApiClient({ url, token: '', certificate: other.cert }).call('GET', '/'))
  await assert.rejects(createApiClient({ url, token: '' }).call('GET', '/'), /self-signed certificate/)
})

function selfSigned(folder: string, name: string): { key: string; cert: string } | undefined {
  const [keyFile, certFile] = [path.join(folder, `${name}.key`), path.join(folder, `${name}.crt`)]
  const subject = ['-subj', `/CN=${name}.example`, '-days', '2']
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile],
    ...['-out', certFile, ...subject]
  ])
  return made.status === 0 ? { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') } : undefined
}
