import { Readable } from 'node:stream'
import type { TestContext } from 'node:test'
import { pino } from 'pino'
import Type from 'typebox'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import type { ImportOptions } from '../../src/importers/import-format.ts'
import type { ImportStores, ImportWatch } from '../../src/importers/read-into-corpus.ts'
import type { ImportReject } from '../../src/importers/record-reader.ts'
import { type ImportSource, runImport } from '../../src/importers/run-import.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { engines, testDatabase } from '../support/databases.ts'
import { emptyWorld } from '../support/world.ts'
import { defaults } from './read-text.ts'

/** Empty stores of a test: chDB and SQLite. */
export async function importStores(t: TestContext): Promise<ImportStores> {
  const [sqlite] = engines
  if (!sqlite) throw new Error('no database engine')
  const database = await testDatabase(t, sqlite)
  return { warehouse: await emptyWorld(t), database, enricher: createEnricher(), log: pino({ level: 'silent' }) }
}

type Said = Partial<ImportOptions> & Partial<Pick<ImportSource, 'name' | 'key' | 'format' | 'stream'>>

/** Imports a text or bytes; answers the summary with the rejects. */
export async function importBytes(
  stores: ImportStores,
  content: string | Buffer,
  said: Said = {},
  watch: ImportWatch = {}
) {
  const { name = 'file', key = null, format, stream, ...options } = said
  const rejects: ImportReject[] = []
  const source = {
    stream: stream ?? Readable.from([Buffer.from(content)]),
    name,
    key,
    ...(format && { format }),
    options: { ...defaults, ...options }
  }
  const summary = await runImport(stores, source, { onReject: reject => rejects.push(reject), ...watch })
  return { ...summary, rejects }
}

const Line = Type.Object({ line: Type.String() })

/** A query's rows, each as one text; FINAL, as readers of the corpus see it. */
export async function lines(warehouse: Warehouse, columns: string, from: string): Promise<string[]> {
  const rows = await warehouse.rows(
    Line,
    `SELECT arrayStringConcat(array(${columns}), ' ') AS line FROM ${from} FINAL ORDER BY line`
  )
  return rows.map(({ line }) => line)
}

/** The whole corpus without the numbers of the imports, to compare two ways that lead there. */
export async function corpus(warehouse: Warehouse): Promise<Record<string, string[]>> {
  return {
    profiles: await lines(warehouse, 'id, handle, name, summary, toString(followers), toString(published)', 'profiles'),
    enrichments: await lines(warehouse, 'id, toString(influence), evidence', 'enrichments'),
    accounts: await lines(warehouse, 'id, handle, name', 'known_accounts'),
    follows: await lines(warehouse, 'follower, followee', 'follows'),
    followers: await lines(warehouse, 'follower, followee', 'followers'),
    posts: await lines(
      warehouse,
      'id, author, kind, ref_author, text, toString(hashtags), toString(mentions)',
      'posts'
    ),
    interactions: await lines(warehouse, 'from_id, to_id, type, post_id, toString(created_at)', 'interactions'),
    reach: await lines(warehouse, 'id, toString(followers), toString(engagers)', 'account_reach'),
    activity: await lines(
      warehouse,
      'id, toString(following), toString(engagements), toString(posts), device',
      'account_activity'
    ),
    totals: await lines(warehouse, 'name, toString(value)', 'corpus_totals')
  }
}
