// Run as a program: import-slowly.ts <home> <file>. Imports the file piece by piece and prints how many records are stored for good.

import { open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { fileKey } from '../../src/importers/file-key.ts'
import { runImport } from '../../src/importers/run-import.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrateWarehouse } from '../../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { listImports } from '../support/list-imports.ts'
import { defaults } from './read-text.ts'

const [, , home = '', file = ''] = process.argv
const database = await openDatabase({ url: '', folder: home })
const warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
await migrateWarehouse(warehouse)

async function* slowly() {
  const handle = await open(file)
  for await (const piece of handle.createReadStream()) {
    yield piece
    await setTimeout(300)
    const [running] = await listImports(database)
    process.stdout.write(`${running?.records ?? 0}\n`)
  }
}

const source = { stream: Readable.from(slowly()), name: 'follows.csv', key: await fileKey(file), options: defaults }
await runImport({ warehouse, database, enricher: createEnricher(), log: pino({ level: 'silent' }) }, source)
