import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import https from 'node:https'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { httpServer, memberToken } from './support/http-server.ts'

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
