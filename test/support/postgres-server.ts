import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A PostgreSQL for tests: an url of its maintenance database, and how to end it. */
export type PostgresServer = { readonly url: string; stop(): void }

/** Where `initdb` is: in PATH, or where Debian keeps it. */
export function findPostgres(): string | undefined {
  const versions = '/usr/lib/postgresql'
  const debian = readFolder(versions).map(version => path.join(versions, version, 'bin'))
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...debian.sort().reverse()]
  return folders.find(folder => readFolder(folder).includes('initdb'))
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Starts a new, empty server on a free loopback port; it and its folder are gone after `stop`. */
export async function startPostgres(binaries: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'demograph-postgres-'))
  const user = ordinaryUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const made = spawnSync(
    path.join(binaries, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' }
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`)
  const port = await freePort()
  const settings = ['fsync=off', 'max_connections=200', `unix_socket_directories=${folder}`, `port=${port}`]
  const server = spawn(
    path.join(binaries, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', ...settings.flatMap(setting => ['-c', setting])],
    { ...user, cwd: folder, stdio: 'ignore' }
  )
  const stop = () => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  process.once('exit', stop)
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  await untilReady(url)
  server.unref()
  return { url, stop }
}

// PostgreSQL refuses to run as root: the user `nobody` has no rights worth mentioning.
function ordinaryUser(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {}) // A server that is still starting may hang up.
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}
