import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import https from 'node:https'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { testApp } from '../support/app.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { apiKey, username } from './pylon-client.ts'

const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'there is no openssl to make a certificate with'

type Init = { readonly method?: string; readonly body?: unknown; readonly headers?: Record<string, string> }

test('the original clients speak HTTPS unless told otherwise: a whole errand over it', { skip }, async t => {
  const folder = await temporaryFolder(t)
  const [TLS_CERT, TLS_KEY] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')]
  spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=demograph.test', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', TLS_KEY, '-out', TLS_CERT]
  ])
  const { url } = await testApp(t, { TLS_CERT, TLS_KEY })
  const agent = new https.Agent({ ca: await readFile(TLS_CERT), keepAlive: true, maxVersion: 'TLSv1.2' })
  t.after(() => agent.destroy())
  const pair = `${username}:${apiKey}`

  const ask = (where: string, { method = 'GET', body, headers = { authorization: pair } }: Init = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const options = { agent, method, headers: { 'content-type': 'application/json', ...headers } }
      https
        .request(url + where, options, async answer =>
          resolve({ status: answer.statusCode ?? 0, text: await text(answer) })
        )
        .on('error', reject)
        .end(body === undefined ? undefined : JSON.stringify(body))
    })
  const json = async (where: string, init?: Init) => {
    const answer = await ask(where, init)
    return { status: answer.status, body: answer.text === '' ? undefined : JSON.parse(answer.text) }
  }

  const base = '/v1.6/pylon/facebook'
  const csdl = 'interaction.content exists'
  const { body: compiled } = await json(`${base}/compile`, { method: 'POST', body: { csdl } })
  const { body: started } = await json(`${base}/start`, { method: 'PUT', body: { hash: compiled.hash, name: 'n' } })
  const parameters = { parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags' } } }
  const task = { subscription_id: started.id, name: 'over TLS', type: 'analysis', parameters }
  const submitted = await json(`${base}/task`, { method: 'POST', body: task })
  assert.equal(submitted.status, 202)
  assert.equal((await json(`${base}/task/analysis/${submitted.body.id}`)).body.name, 'over TLS')
  assert.equal((await json(`${base}/stop`, { method: 'PUT', body: { id: started.id } })).status, 204)

  const basic = `Basic ${Buffer.from(pair).toString('base64')}`
  for (const headers of [{ authorization: pair }, { authorization: basic }, { auth: pair }] as Record<
    string,
    string
  >[]) {
    assert.equal((await json(`${base}/task`, { headers })).status, 200)
  }
  const inQuery = `username=${username}&api_key=${apiKey}`
  const script = await ask(`${base}/task?${inQuery}&per_page=0&callback=cb`, { headers: {} })
  const error = 'The per_page parameter must be an integer greater than zero and less or equal to 100'
  assert.deepEqual([script.status, script.text], [400, `/**/cb(${JSON.stringify({ error })});`])
  assert.deepEqual(await json(`${base}/task`, { headers: {} }), {
    status: 401,
    body: { error: 'Authorization failed' }
  })
})
