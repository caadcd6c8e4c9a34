import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

test('a mistyped command or option ends with 2', async t => {
  const home = await temporaryFolder(t)
  const unknown = await runCli(['reprot'], { home })
  assert.equal(unknown.code, 2)
  assert.match(unknown.stderr, /Did you mean report\?/)
  assert.equal((await runCli(['status', '--max', 'many'], { home })).code, 2)
})

test('a wrong setting is named, and --help works beside it', async t => {
  const home = await temporaryFolder(t)
  const env = { PORT: 'eighty' }
  const { code, stderr } = await runCli(['status'], { home, env })
  assert.deepEqual([code, stderr], [2, 'PORT is a whole number from 0 to 65535, not "eighty".\n'])
  assert.equal((await runCli(['status', '--help'], { home, env })).code, 0)
})

test('a token for an identity is the API key of the Task API', async t => {
  const home = await temporaryFolder(t)
  const made = async (...words: string[]) => {
    const { stdout, stderr } = await runCli(['token', 'create', ...words], { home })
    return { stdout, stderr }
  }
  const key = JSON.parse((await made('--account', 'acme', '--identity', 'sales', '--json')).stdout)
  const { account, username, identity_id: identityId, token, api_key: apiKey } = key

  assert.deepEqual([account, username, apiKey], ['acme', 'acme', token])
  assert.match(identityId, /^[0-9a-f]{32}$/)
  const plain = await made('--account', 'default', '--identity', 'sales')
  assert.match(plain.stderr, /In the Task API it is the API key of the user demo, for the identity [0-9a-f]{32}/)
  assert.match((await made('--account', 'acme')).stderr, /make one with --identity/)
  const { stdout } = await runCli(['token', 'list', '--account', 'acme', '--json'], { home })
  const listed: { identity: string | null }[] = JSON.parse(stdout)
  assert.deepEqual(
    listed.map(({ identity }) => identity),
    ['sales', null]
  )
})

test('a token is shown once, listed without itself, and revoked by its id', async t => {
  const home = await temporaryFolder(t)
  const created = await runCli(['token', 'create', '--account', 'ops', '--role', 'admin', '--json'], { home })
  const { token, id } = JSON.parse(created.stdout)
  assert.match(token, /^[0-9a-f]{32}$/)

  const list = await runCli(['token', 'list'], { home })
  assert.match(list.stdout, new RegExp(`^${id} +ops +admin `, 'm'))
  assert.ok(!list.stdout.includes(token))

  assert.equal((await runCli(['token', 'revoke', id], { home })).code, 0)
  const [listed] = JSON.parse((await runCli(['token', 'list', '--json'], { home })).stdout)
  assert.notEqual(listed.revokedAt, null)
  assert.equal((await runCli(['token', 'revoke', '000000000000'], { home })).code, 3)
})

test('migrate says what it did, and the second time that there was nothing to do', async t => {
  const home = await temporaryFolder(t)
  const first = JSON.parse((await runCli(['migrate', '--json'], { home })).stdout)
  assert.ok(first.database.length > 0 && first.warehouse.length > 0)
  const second = await runCli(['migrate'], { home })
  assert.equal(second.stdout, 'database   is current\nwarehouse  is current\n')
})

test('doctor looks at an empty folder without filling it', async t => {
  const home = await temporaryFolder(t)
  const { code, stdout } = await runCli(['doctor'], { home, env: { PORT: '0' } })
  assert.equal(code, 0)
  assert.match(stdout, /^ok {5}Node /m)
  assert.match(stdout, /^ok {5}stores +made at the first start/m)
  assert.deepEqual(await readdir(home), [])
})

test('doctor names a port that is in use and what to do, and ends with 1', async t => {
  const home = await temporaryFolder(t)
  const holder = createServer().listen(0, '127.0.0.1')
  t.after(() => holder.close())
  await new Promise(resolve => holder.once('listening', resolve))
  const address = holder.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''

  const { code, stdout, stderr } = await runCli(['doctor'], { home, env: { PORT: port } })

  assert.equal(code, 1)
  assert.match(stdout, /^wrong {2}port .*EADDRINUSE/m)
  assert.match(stdout, /choose another with PORT/)
  assert.equal(stderr, '1 thing to mend.\n')
})

test('doctor finds both stores sound once they are there', async t => {
  const home = await temporaryFolder(t)
  await runCli(['migrate'], { home })
  const findings = JSON.parse((await runCli(['doctor', '--json'], { home, env: { PORT: '0' } })).stdout)
  const states = Object.fromEntries(
    findings.map((finding: { about: string; state: string }) => [finding.about, finding.state])
  )
  assert.deepEqual(states, {
    Node: 'ok',
    'data folder': 'ok',
    engines: 'ok',
    lock: 'ok',
    database: 'ok',
    tokens: 'note',
    warehouse: 'ok',
    port: 'ok',
    TLS: 'ok'
  })
})

test('doctor knows a folder that is none, an address of another machine, and servers that do not answer', async t => {
  const home = await temporaryFolder(t)
  await writeFile(path.join(home, 'file'), '')
  const wrongOf = async (env: Record<string, string>) => {
    const { stdout } = await runCli(['doctor', '--json'], { home, env: { PORT: '0', ...env } })
    const findings: { about: string; state: string; found: string; todo?: string }[] = JSON.parse(stdout)
    return findings.filter(({ state }) => state === 'wrong').map(({ about, found, todo }) => [about, found, todo])
  }
  const file = path.join(home, 'file')
  const elsewhere = 'Give this user the right to write there, or set DEMOGRAPH_HOME to another folder.'
  assert.deepEqual(await wrongOf({ DEMOGRAPH_HOME: file }), [['data folder', `${file} is a file`, elsewhere]])
  const address = await wrongOf({ HOST: '192.0.2.1' }) // An address for examples: nobody's.
  assert.match(String(address), /^port,.*EADDRNOTAVAIL.*,Choose an address of this machine/)
  const warehouse = await wrongOf({ WAREHOUSE_URL: 'http://127.0.0.1:1/x' })
  assert.match(String(warehouse), /^warehouse,.*,Check WAREHOUSE_URL/)
  const database = await wrongOf({ DATABASE_URL: 'postgres://127.0.0.1:1/x' })
  assert.match(String(database), /^database,.*,Check DATABASE_URL/)
})

test('a damaged database is no bug, and doctor says what to do', async t => {
  const home = await temporaryFolder(t)
  await runCli(['migrate'], { home })
  await writeFile(path.join(home, 'data', 'demograph.db'), 'no database')
  const { code, stderr } = await runCli(['status'], { home })
  assert.deepEqual([code, stderr], [1, 'file is not a database. `demograph doctor` says more.\n'])
  const { stdout } = await runCli(['doctor'], { home })
  assert.match(stdout, /^wrong {2}database .*\n.*Restore demograph\.db from a backup/m)
})

test('a worker without server engines is refused with the way out', async t => {
  const home = await temporaryFolder(t)
  const { code, stderr } = await runCli(['worker'], { home })
  assert.equal(code, 2)
  assert.match(stderr, /needs both DATABASE_URL \(PostgreSQL\) and WAREHOUSE_URL \(ClickHouse\)/)
})

test('a command that has failed does not wait for whoever still writes to it', { timeout: 30_000 }, async t => {
  const home = await temporaryFolder(t)
  const { code } = await runCli(['import', '-', '--format', 'nonsense'], { home, input: null })
  const unreachable = { DATABASE_URL: 'postgres://127.0.0.1:1/none' }
  const { code: without } = await runCli(['import', '-'], { home, env: unreachable, input: null })

  assert.deepEqual([code, without], [2, 4])
})
