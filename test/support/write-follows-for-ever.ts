// Run as a program: write-follows-for-ever.ts <folder>. Prints how many follows the warehouse has acknowledged, again and again.

import { createCorpusWriter } from '../../src/store/corpus-writer.ts'
import { migrateWarehouse } from '../../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'

const [, , folder = ''] = process.argv
const warehouse = await openWarehouse({ path: folder })
await migrateWarehouse(warehouse)
const writer = createCorpusWriter(warehouse, { importId: 1 })
process.stdout.write('0\n')
for (let written = 0; ; ) {
  for (const end = written + 1000; written < end; written += 1) writer.follow(`twitter:${written}`, 'twitter:1', 1)
  await writer.flush()
  process.stdout.write(`${written}\n`)
}
