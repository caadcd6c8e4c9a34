import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import https from 'node:https'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { testToken } from '../support/app.ts'
import { program, startChildServer } from '../support/child-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'there is no openssl to make a certificate with'

/** A certificate for 127.0.0.1 that nobody has signed but itself. */
function makeCertificate(folder: string): { TLS_CERT: string; TLS_KEY: string } {
  const [TLS_CERT, TLS_KEY] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')]
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=demograph.test', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', TLS_KEY, '-out', TLS_CERT]
  ])
  assert.equal(made.status, 0, String(made.stderr))
  return { TLS_CERT, TLS_KEY }
}

test('with a certificate the server speaks HTTPS, to any client that trusts it and to its own commands', {
  skip
}, async t => {
  const home = await temporaryFolder(t)
  const tls = makeCertificate(home)
  const server = await startChildServer(t, { home, env: tls })
  assert.match(server.url, /^https:\/\/127\.0\.0\.1:\d+$/)
  const ca = await readFile(tls.TLS_CERT)
  const ask = (where: string, body?: object) =>
    new Promise<{ code: number | undefined; body: unknown }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${testToken}`, 'content-type': 'application/json' }
      https
        .request(new URL(where, server.url), { ca, headers, method: body ? 'POST' : 'GET' }, async answer =>
          resolve({ code: answer.statusCode, body: await json(answer) })
        )
        .on('error', reject)
        .end(body && JSON.stringify(body))
    })
  const cli = async (...args: readonly string[]) => {
    const env = { PATH: process.env.PATH, DEMOGRAPH_HOME: home }
    return (await run(process.execPath, [program, ...args], { env })).stdout
  }

  await t.test('the commands import, ask and list over it', async () => {
    const file = path.join(home, 'follows.csv')
    await writeFile(file, 'from_id,to_id\ntwitter:1,twitter:2\ntwitter:2,twitter:1\n')
    await cli('import', file)
    const result = JSON.parse(await cli('report', 'AudienceInfluencers', 'twitter:1', 'twitter:2', '--json'))
    assert.equal(result.audienceInfluencerRanking.totalItems, 2)
    const { code, body } = await ask('/executions')
    assert.deepEqual([code, (body as { totalItems: number }).totalItems], [200, 1])
    const [listed] = (body as { items: { execution: string }[] }).items
    assert.match(await cli('status', listed?.execution ?? ''), /FINISHED/)
  })

  await t.test('a client that trusts the certificate asks and is answered', async () => {
    const asked = await ask('/execute/AudienceInfluencers', { ids: ['twitter:1', 'twitter:2'] })
    assert.deepEqual([asked.code, (asked.body as { status: string }).status], [200, 'FINISHED'])
  })

  await t.test('a client that does not trust it, or speaks plain HTTP, gets nothing', async () => {
    await assert.rejects(fetch(`${server.url}/healthz`))
    await assert.rejects(fetch(`${server.url.replace('https', 'http')}/healthz`))
  })

  assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null })
})
