import path from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { openWarehouse, type Warehouse } from '../store/warehouse.ts'
import { quietLog } from './quiet-log.ts'

export function openOwnDatabase(config: Config): Promise<Database> {
  return openDatabase({ url: config.databaseUrl, folder: config.home, log: quietLog(config) })
}

export function openOwnWarehouse(config: Config): Promise<Warehouse> {
  return openWarehouse(
    config.warehouseUrl === ''
      ? { path: path.join(config.home, 'warehouse') }
      : { url: config.warehouseUrl, cluster: config.warehouseCluster }
  )
}
