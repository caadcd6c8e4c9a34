import path from 'node:path'
import type { Config } from './config.ts'
import type { Logger } from './log.ts'
import { type Database, openDatabase } from './store/database.ts'
import { lockHome } from './store/home-lock.ts'
import { migrateWarehouse } from './store/migrate-warehouse.ts'
import { openWarehouse, type Warehouse } from './store/warehouse.ts'

export type Stores = AsyncDisposable & {
  readonly database: Database
  readonly warehouse: Warehouse
  /** Names of the migrations that opening them applied. */
  readonly migrated: { readonly database: readonly string[]; readonly warehouse: readonly string[] }
}

/** Opens and migrates both stores; takes the data folder first when one of them lives in it. Throws Conflict, Unavailable. */
export async function openStores(config: Config, log: Logger): Promise<Stores> {
  await using opening = new AsyncDisposableStack()
  if (isEmbedded(config)) opening.use(lockHome(config.home))
  const database = opening.use(await openDatabase({ url: config.databaseUrl, folder: config.home, log }))
  const warehouse = opening.use(await openWarehouse(warehouseOptions(config)))
  const migrated = { database: database.migrated, warehouse: await migrateWarehouse(warehouse) }
  const opened = opening.move()
  return { database, warehouse, migrated, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

/** Whether a store lives in the data folder, which then belongs to one process. */
export function isEmbedded(config: Config): boolean {
  return config.databaseUrl === '' || config.warehouseUrl === ''
}

export function warehouseOptions(config: Config) {
  return config.warehouseUrl === ''
    ? { path: path.join(config.home, 'warehouse') }
    : { url: config.warehouseUrl, cluster: config.warehouseCluster }
}
