import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import https from 'node:https'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { connect as connectTls } from 'node:tls'
import type { Caller } from '../../src/store/verify-token.ts'
import { within } from '../support/within.ts'
import { httpServer, memberToken } from './support/http-server.ts'

const ann: Caller = { accountId: 'ann', role: 'member', identityId: null }
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

test('with a certificate the server speaks HTTPS', { skip: !hasOpenssl && 'no openssl to make one' }, async t => {
  const tls = certificate()
  const { url } = await httpServer(t, { tls })
  const agent = new https.Agent({ ca: tls.cert, keepAlive: true })
  t.after(() => agent.destroy())

  const get = () =>
    new Promise<[number | undefined, boolean]>((resolve, reject) => {
      const options = { agent, servername: 'localhost', headers: { authorization: memberToken } }
      const request = https.get(`${url}/executions`, options, answer => {
        answer.resume().on('end', () => resolve([answer.statusCode, request.reusedSocket]))
      })
      request.on('error', reject)
    })

  assert.ok(url.startsWith('https://'))
  assert.deepEqual(await get(), [200, false])
  assert.deepEqual(await get(), [200, true])
})

test('a closing server ends its answers over HTTPS too, and waits for nobody who never asked', {
  skip: !hasOpenssl && 'no openssl to make one'
}, async t => {
  const tls = certificate()
  const server = await httpServer(t, { tls })
  const hash = (await server.executions.submit(ann, 'AudienceInfluencers', { ids: ['twitter:1'] })).execution.id
  const connectTo = { host: '127.0.0.1', port: Number(new URL(server.url).port) }
  const halfOpen = net.connect(connectTo).on('error', () => {})
  const silent = connectTls({ ...connectTo, ca: tls.cert }).on('error', () => {})
  const get = (path: string, headers: Record<string, string>) =>
    new Promise<string>((resolve, reject) => {
      const options = { ca: tls.cert, headers: { ...headers, authorization: memberToken } }
      https.get(server.url + path, options, answer => text(answer).then(resolve, reject)).on('error', reject)
    })
  const stream = get(`/progress?execution=${hash}`, { accept: 'text/event-stream' })
  const waiting = get(`/status?execution=${hash}`, { prefer: 'wait=30' })
  await once(silent, 'secureConnect')
  await within(5_000, 'both wait', () => server.executions.waiting() === 2)
  const startMs = performance.now()

  await server.close()

  assert.match(await stream, /^event: progress\n.+\n\n$/)
  assert.equal(JSON.parse(await waiting).execution, hash)
  assert.ok(performance.now() - startMs < 2_000)
  halfOpen.destroy()
  silent.destroy()
})

function certificate() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'demograph-tls-'))
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    key,
    '-out',
    cert,
    ...subject
  ])
  const tls = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return tls
}
