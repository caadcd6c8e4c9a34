import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { Conflict } from '../errors.ts'
import { findServer } from '../server-file.ts'
import { lockHome } from '../store/home-lock.ts'
import { migrateWarehouse } from '../store/migrate-warehouse.ts'
import { examples, type Session } from './session.ts'
import { openOwnDatabase, openOwnWarehouse } from './stores.ts'

export function addMigrate(program: Command, session: Session): void {
  program
    .command('migrate')
    .summary('bring both stores to this version')
    .description('Bring both stores to the schema of this version. `serve` does the same when it starts.')
    .option('--json', 'the names of the applied migrations as JSON')
    .addHelpText('after', examples('migrate', 'migrate --json'))
    .action((options: { json?: boolean }) => migrate(session, options.json === true))
}

async function migrate({ config, terminal }: Session, isJson: boolean): Promise<void> {
  const done = await migrateStores(config())
  if (isJson) return terminal.print(JSON.stringify(done))
  for (const [store, names] of Object.entries(done)) {
    terminal.print(`${store.padEnd(9)}  ${names.length === 0 ? 'is current' : `applied ${names.join(', ')}`}`)
  }
}

async function migrateStores(config: Config): Promise<{ database: readonly string[]; warehouse: readonly string[] }> {
  using _lock = config.warehouseUrl === '' ? takeHome(config.home) : undefined
  await using database = await openOwnDatabase(config)
  await using warehouse = await openOwnWarehouse(config)
  return { database: database.migrated, warehouse: await migrateWarehouse(warehouse) }
}

function takeHome(home: string): Disposable {
  try {
    return lockHome(home)
  } catch (error) {
    const server = findServer(home)
    if (!(error instanceof Conflict && server)) throw error
    throw new Conflict(`A server runs over ${home} (process ${server.pid}): it migrated both stores when it started.`)
  }
}
