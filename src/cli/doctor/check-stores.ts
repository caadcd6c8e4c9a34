import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../../config.ts'
import { findServer } from '../../server-file.ts'
import { listTokens } from '../../store/accounts.ts'
import { damagesOf } from '../../store/check-database.ts'
import { type Database, openDatabase } from '../../store/database.ts'
import { lockHome } from '../../store/home-lock.ts'
import { migrateWarehouse } from '../../store/migrate-warehouse.ts'
import { openWarehouse } from '../../store/warehouse.ts'
import { isEmbedded, warehouseOptions } from '../../stores.ts'
import { createApiClient } from '../api-client.ts'
import { quietLog } from '../quiet-log.ts'
import { type Finding, note, ok, wrong, wrongBy } from './finding.ts'

/** Who works over the data folder, the two stores, and whether somebody could ask. Stores are looked at, and migrated when they are behind. */
export async function checkStores(config: Config): Promise<Finding[]> {
  const server = findServer(config.home)
  if (server) return [await checkServer(server), ...(await checkDatabase(config))]
  if (!isEmbedded(config)) return [...(await checkDatabase(config)), await checkWarehouse(config)]
  if (!existsSync(path.join(config.home, 'lock.db'))) return checkBeforeFirstStart(config)
  try {
    using _lock = lockHome(config.home)
    return [ok('lock', 'nobody holds the data folder'), ...(await checkDatabase(config)), await checkWarehouse(config)]
  } catch (error) {
    return [wrongBy('lock', error, 'It serves nothing. Wait for it, or end it.'), ...(await checkDatabase(config))]
  }
}

/** Nothing is made by looking: what will live in the data folder is not opened yet, what is a server is asked. */
async function checkBeforeFirstStart(config: Config): Promise<Finding[]> {
  const made = 'made at the first start: demograph serve'
  if (config.databaseUrl === '' && config.warehouseUrl === '') return [ok('stores', made)]
  return [
    ...(config.databaseUrl === '' ? [ok('database', made)] : await checkDatabase(config)),
    config.warehouseUrl === '' ? ok('warehouse', made) : await checkWarehouse(config)
  ]
}

async function checkServer(server: {
  url: string
  token: string
  pid: number
  certificate?: string
}): Promise<Finding> {
  const who = `process ${server.pid} serves at ${server.url}`
  try {
    await createApiClient(server).call('GET', '/readyz')
    return ok('server', `${who} and is ready`)
  } catch (error) {
    return wrongBy('server', error, `The ${who}, but is not ready: its log says why.`)
  }
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  try {
    await using database = await openDatabase({ url: config.databaseUrl, folder: config.home, log: quietLog(config) })
    return [await soundness(database), await tokens(database)]
  } catch (error) {
    const todo =
      config.databaseUrl === '' ? 'Restore demograph.db from a backup.' : 'Check DATABASE_URL and that PostgreSQL runs.'
    return [wrongBy('database', error, todo)]
  }
}

async function soundness(database: Database): Promise<Finding> {
  const damages = await damagesOf(database)
  if (damages.length > 0)
    return wrong('database', damages.join('; '), 'Stop the server and restore demograph.db from a backup.')
  const engine = database.dialect === 'sqlite' ? 'SQLite, sound' : 'PostgreSQL, reachable'
  return ok('database', `${engine}, ${migrated(database.migrated)}`)
}

async function tokens(database: Database): Promise<Finding> {
  const usable = (await listTokens(database)).filter(token => token.revokedAt === null)
  const admins = usable.filter(token => token.role === 'admin').length
  const found = `${usable.length} usable, ${admins} of them with the role admin`
  if (admins > 0) return ok('tokens', found)
  return note('tokens', found, 'Make one: demograph token create --account NAME --role admin')
}

async function checkWarehouse(config: Config): Promise<Finding> {
  try {
    await using warehouse = await openWarehouse(warehouseOptions(config))
    const engine = warehouse.kind === 'embedded' ? 'embedded, opens' : 'ClickHouse, reachable'
    return ok('warehouse', `${engine}, ${migrated(await migrateWarehouse(warehouse))}`)
  } catch (error) {
    const todo =
      config.warehouseUrl === ''
        ? 'Restore the folder warehouse from a backup, or import again.'
        : 'Check WAREHOUSE_URL and that ClickHouse runs.'
    return wrongBy('warehouse', error, todo)
  }
}

function migrated(names: readonly string[]): string {
  return names.length === 0 ? 'schema current' : `schema brought up to date (${names.join(', ')})`
}

/** What the choice of engines means for how many processes there may be. */
export function checkEngines({ databaseUrl, warehouseUrl }: Config): Finding {
  if (databaseUrl !== '' && warehouseUrl !== '')
    return ok('engines', 'PostgreSQL and ClickHouse: any number of processes')
  if (databaseUrl === '' && warehouseUrl === '') return ok('engines', 'embedded: one process')
  const [server, embedded] = databaseUrl === '' ? ['ClickHouse', 'the database'] : ['PostgreSQL', 'the warehouse']
  const missing = databaseUrl === '' ? 'DATABASE_URL' : 'WAREHOUSE_URL'
  return note(
    'engines',
    `${server}, with ${embedded} embedded: still one process`,
    `Set ${missing} as well for several.`
  )
}
