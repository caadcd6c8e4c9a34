import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { Conflict } from '../errors.ts'
import { findServer } from '../server-file.ts'
import { openStores, type Stores } from '../stores.ts'
import { quietLog } from './quiet-log.ts'
import { examples, type Session } from './session.ts'

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

async function migrateStores(config: Config): Promise<Stores['migrated']> {
  try {
    await using stores = await openStores(config, quietLog(config))
    return stores.migrated
  } catch (error) {
    const server = findServer(config.home)
    if (!(error instanceof Conflict && server)) throw error
    throw new Conflict(
      `A server runs over ${config.home} (process ${server.pid}): it migrated both stores when it started.`
    )
  }
}
