import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openDatabase } from '../../src/store/database.ts'
import { listImports } from '../support/list-imports.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { outcomeOf, runCli, startCli } from './run-cli.ts'

const run = promisify(execFile)

type Serving = { readonly child: ChildProcess; readonly url: string; readonly lines: readonly string[] }

/** `serve` on a free port, once it says that it answers. */
async function serve(t: TestContext, home: string, env: Record<string, string> = {}): Promise<Serving> {
  const child = startCli(['serve', '--port', '0'], { home, env: { LOG_LEVEL: 'warn', ...env } })
  t.after(() => child.kill('SIGKILL'))
  if (!child.stdout) throw new Error('the child has no stdout')
  const lines: string[] = []
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const isFirst = env.DEMOGRAPH_TOKEN === undefined
  createInterface({ input: child.stdout }).on('line', line => {
    lines.push(line)
    if (isFirst ? line.includes('/docs ') : line.includes('answers at')) resolve(lines.join('\n'))
  })
  child.once('exit', code => reject(new Error(`serve ended with ${code}`)))
  const url = /answers at (\S+)/.exec(await promise)?.[1] ?? ''
  return { child, url, lines }
}

const preset = { DEMOGRAPH_TOKEN: '0123456789abcdef0123456789abcdef' }

test('the first start shows a token and three curl lines that work as they are printed', async t => {
  if (spawnSync('curl', ['--version']).status !== 0) return t.skip('curl is not installed')
  const home = await temporaryFolder(t)
  const { lines } = await serve(t, home)
  const curls = lines.map(line => line.trim()).filter(line => line.startsWith('curl '))
  assert.equal(curls.length, 3)

  const answers = []
  for (const line of curls) answers.push(JSON.parse((await run('sh', ['-c', `${line} -s`])).stdout))
  const [estimate, execute, list] = answers

  assert.equal(estimate.valid, true)
  assert.match(execute.execution, /^[a-z0-9]{26}$/)
  assert.equal(list.items[0].execution, execute.execution)
})

test('the token of the first start is shown once, also when data was imported before', async t => {
  const home = await temporaryFolder(t)
  await writeFile(path.join(home, 'follows.csv'), 'from_id,to_id\ntwitter:1,twitter:2\n')
  assert.equal((await runCli(['import', 'follows.csv'], { home })).code, 0)
  const first = await serve(t, home)
  assert.match(first.lines.join('\n'), /^ {2}[0-9a-f]{32}$/m)
  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
  const second = startCli(['serve', '--port', '0'], { home, env: { LOG_LEVEL: 'warn' } })
  t.after(() => second.kill('SIGKILL'))
  second.stdout?.once('data', () => second.kill('SIGTERM'))
  const { stdout } = await outcomeOf(second)
  assert.match(stdout, /answers at/)
  assert.doesNotMatch(stdout, /first start/)
})

test('a port in use is a sentence, and leaves the token of the first start to the start that works', async t => {
  const taken = createServer().listen(0, '127.0.0.1')
  t.after(() => taken.close())
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo // It listens at a port, not at a pipe.
  const home = await temporaryFolder(t)
  const refused = await runCli(['serve', '--port', String(port)], { home, env: { LOG_LEVEL: 'warn' } })
  const sentence = `Port ${port} of 127.0.0.1 is in use. Choose another with --port or PORT.\n`
  assert.deepEqual([refused.code, refused.stderr], [4, sentence])
  const { lines } = await serve(t, home)
  assert.match(lines.join('\n'), /^ {2}[0-9a-f]{32}$/m)
})

test('beside a running server, commands ask it, tokens can be made, and doctor finds it ready', async t => {
  const home = await temporaryFolder(t)
  const { url } = await serve(t, home, preset)
  await writeFile(path.join(home, 'follows.csv'), 'from_id,to_id\ntwitter:1,twitter:2\n')

  assert.equal((await runCli(['import', 'follows.csv'], { home })).code, 0)
  assert.equal((await runCli(['report', 'AudienceInfluencers', 'twitter:1', 'twitter:2'], { home })).code, 0)
  const { token } = JSON.parse((await runCli(['token', 'create', '--account', 'ops', '--json'], { home })).stdout)
  assert.equal((await fetch(`${url}/executions?access_token=${token}`)).status, 200)

  const doctor = await runCli(['doctor'], { home })
  assert.equal(doctor.code, 0, doctor.stdout)
  assert.match(doctor.stdout, /^ok {5}server +process \d+ serves at http.* and is ready$/m)
})

test('a second server over the same folder is refused, naming the process that holds it', async t => {
  const home = await temporaryFolder(t)
  const { child } = await serve(t, home, preset)
  const second = await runCli(['serve', '--port', '0'], { home })
  assert.equal(second.code, 4)
  assert.match(second.stderr, new RegExp(`is held by process ${child.pid} on `))
  const migrate = await runCli(['migrate'], { home })
  assert.match(migrate.stderr, /A server runs over .*: it migrated both stores when it started\./)
})

test('over HTTPS with a self-signed certificate commands still find their own server', async t => {
  const home = await temporaryFolder(t)
  const [key, cert] = [path.join(home, 'key.pem'), path.join(home, 'cert.pem')]
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', key, '-out', cert, '-subj', '/CN=demograph.example', '-days', '2']
  ])
  if (made.status !== 0) return t.skip('openssl is not installed, so no certificate could be made')
  const tls = { TLS_CERT: cert, TLS_KEY: key }
  const { url } = await serve(t, home, { ...preset, ...tls })
  assert.match(url, /^https:/)

  const { code, stderr } = await runCli(['report', 'AnalyzePublicProfiles', 'twitter:1'], { home })
  assert.equal(code, 0, stderr)
  const doctor = await runCli(['doctor'], { home, env: tls })
  assert.match(doctor.stdout, /^note {3}TLS +certificate of CN=demograph\.example/m)
})

test('an import that is interrupted is resumed by the same command', async t => {
  const home = await temporaryFolder(t)
  const count = 300_000
  const lines = Array.from({ length: count }, (_, index) => `twitter:${index + 2000},twitter:${(index % 1000) + 1}\n`)
  await writeFile(path.join(home, 'follows.csv'), `from_id,to_id\n${lines.join('')}`)
  const { child } = await serve(t, home, preset)
  const first = startCli(['import', 'follows.csv'], { home })
  const outcome = outcomeOf(first)

  await untilItIsRead(home)
  first.kill('SIGINT')

  const interrupted = await outcome
  if (interrupted.code === 0) return t.skip('the import was over before it could be interrupted')
  assert.equal(interrupted.code, 130, interrupted.stderr)
  assert.match(interrupted.stderr, /the same command goes on where this one stopped/)
  const second = await runCli(['import', 'follows.csv', '--json'], { home })
  assert.equal(second.code, 0, second.stderr)
  const { summary } = JSON.parse(second.stdout).files[0]
  assert.equal(summary.records, count)
  assert.ok(summary.resumed_from > 0)
  assert.equal(summary.counts.follows, count + 1 - summary.resumed_from)
  assert.equal(child.exitCode, null, 'the server goes on')
})

async function untilItIsRead(home: string): Promise<void> {
  await using database = await openDatabase({ url: '', folder: path.join(home, 'data') })
  while ((await listImports(database)).length === 0) await delay(5)
  await delay(100)
}
