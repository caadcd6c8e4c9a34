import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { migrateWarehouse } from '../../src/store/migrate-warehouse.ts'
import { openWarehouse, type Warehouse } from '../../src/store/warehouse.ts'
import { emptyWorld } from './world.ts'

/** A home of the warehouse to run a suite over. */
type TestedEngine = {
  readonly name: string
  /** Both shards are the same rows: what is not a distinct count comes out doubled. */
  readonly isDoubled: boolean
  /** A fresh, migrated, empty warehouse, closed when the test ends. */
  open(t: TestContext): Promise<Warehouse>
}

const front = fileURLToPath(new URL('clickhouse-front.ts', import.meta.url))

/** Starts a ClickHouse over HTTP in a process of its own; it ends with this one. Answers its URL, without a database. */
export async function startFront(mode: 'server' | 'shards' = 'server'): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'demograph-front-'))
  const child = spawn(process.execPath, [front, path.join(folder, 'data'), mode], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    // Three statements and a stop at once, and files beside them.
    env: { ...process.env, UV_THREADPOOL_SIZE: '8' }
  })
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const stdout = child.stdout as Readable // It is piped.
  const [port] = await once(stdout, 'data')
  child.unref()
  for (const stream of child.stdio) if (stream && 'unref' in stream) (stream.unref as () => void)()
  return `http://127.0.0.1:${String(port).trim()}`
}

let databases = 0

/** Where shared-servers.ts notes the fronts that all files of a run use; a file that runs alone starts its own. */
export const frontVariables = { server: 'TEST_FRONT_URL', shards: 'TEST_SHARDS_URL' } as const

async function sharedFront(mode: 'server' | 'shards'): Promise<string> {
  return process.env[frontVariables[mode]] ?? (await startFront(mode))
}

function overHttp(name: string, isDoubled: boolean, cluster: string, start: () => Promise<string>): TestedEngine {
  let started: Promise<string> | undefined
  return {
    name,
    isDoubled,
    async open(t) {
      started ??= start()
      databases += 1
      const database = `demograph_test_${process.pid}_${databases}`
      const warehouse = await openWarehouse({ url: `${await started}/${database}`, cluster })
      t.after(async () => {
        await warehouse.command(`DROP DATABASE ${database}`)
        await warehouse[Symbol.asyncDispose]()
      })
      await migrateWarehouse(warehouse)
      return warehouse
    }
  }
}

const realUrl = process.env.CLICKHOUSE_TEST_URL?.replace(/\/$/, '')

/** chDB in this process, a server over HTTP, a cluster of two shards; and a real server when CLICKHOUSE_TEST_URL names one. */
export const warehouseEngines: readonly TestedEngine[] = [
  { name: 'chDB in the process', isDoubled: false, open: emptyWorld },
  overHttp('ClickHouse over HTTP', false, '', () => sharedFront('server')),
  overHttp('a cluster of two shards', true, 'two_shards', () => sharedFront('shards')),
  ...(realUrl ? [overHttp('a real ClickHouse', false, '', async () => realUrl)] : [])
]
