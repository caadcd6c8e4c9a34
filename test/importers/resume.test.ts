import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import Type from 'typebox'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { fileKey } from '../../src/importers/file-key.ts'
import { runImport } from '../../src/importers/run-import.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { defaults } from './read-text.ts'

const importSlowly = fileURLToPath(new URL('import-slowly.ts', import.meta.url))
const people = 120_000

test('an import that kill -9 ended goes on where it was, and every row is there once', async t => {
  const home = await mkdtemp(path.join(tmpdir(), 'demograph-resume-'))
  t.after(() => rm(home, { recursive: true, force: true }))
  const file = path.join(home, 'follows.csv')
  const rows = Array.from({ length: people }, (_, i) => (i % 10_000 === 0 ? 'nobody,7\n' : `${1_000_000 + i},7\n`))
  await writeFile(file, `from_id,to_id\n${rows.join('')}`)

  const child = spawn(process.execPath, [importSlowly, home, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  let stored = 0
  for await (const line of createInterface(child.stdout)) {
    stored = Number(line)
    if (stored > 0) break
  }
  child.kill('SIGKILL')
  await once(child, 'close')
  assert.ok(stored > 0 && stored < people, `${stored} of ${people} were stored when it was killed`)

  await using database = await openDatabase({ url: '', folder: home })
  await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
  const rejects: number[] = []
  const summary = await runImport(
    { warehouse, database, enricher: createEnricher(), log: pino({ level: 'silent' }) },
    { stream: createReadStream(file), name: 'follows.csv', key: await fileKey(file), options: defaults },
    { onReject: ({ line }) => rejects.push(line) }
  )

  assert.ok(summary.resumedFrom >= stored)
  assert.deepEqual([summary.records, summary.rejected], [people, people / 10_000])
  assert.equal(summary.counts.follows + rejects.length, people + 1 - summary.resumedFrom)
  const counted = await warehouse.rows(
    Type.Object({ rows: Type.Number(), people: Type.Number(), reach: Type.Number() }),
    `SELECT toUInt32((SELECT count() FROM follows FINAL)) AS rows, toUInt32((SELECT uniqExact(follower) FROM follows)) AS people,
            toUInt32((SELECT sum(followers) FROM account_reach FINAL)) AS reach`
  )
  const good = people - people / 10_000
  assert.deepEqual(counted, [{ rows: good, people: good, reach: good }])
})
