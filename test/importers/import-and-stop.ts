// Run as a program: import-and-stop.ts <home> <file> <records>. Stops the import once so many records are read, closes the stores, and
// does nothing to end itself.

import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { Stopped } from '../../src/errors.ts'
import { runImport } from '../../src/importers/run-import.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrateWarehouse } from '../../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { defaults } from './read-text.ts'

const [, , home = '', file = '', records = ''] = process.argv
await using database = await openDatabase({ url: '', folder: home })
await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
await migrateWarehouse(warehouse)

const stop = new AbortController()
const importing = runImport(
  { warehouse, database, enricher: createEnricher(), log: pino({ level: 'silent' }) },
  { stream: createReadStream(file, { highWaterMark: 16_384 }), name: 'profiles.jsonl', key: null, options: defaults },
  {
    signal: stop.signal,
    onProgress: state => {
      if (state.records >= Number(records)) stop.abort()
    }
  }
)
await assert.rejects(importing, Stopped)
