import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { engines, openPlace, testDatabase } from '../../test/support/databases.ts'
import { listImports } from '../../test/support/list-imports.ts'
import { Conflict } from '../errors.ts'
import { corpusRevision } from './corpus-revision.ts'
import { failImport, finishImport, importLeaseMs, openImport, saveImportProgress } from './import-ledger.ts'

const file = { key: 'sha256:1', name: 'tweets.jsonl', format: 'x-api-v1', now: 1_000 }

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('a finished import raises the corpus revision, and the next one of the same file is new', async t => {
      const database = await testDatabase(t, engine)
      const first = await openImport(database, file)
      assert.deepEqual(first, { id: 1, attempt: 1, resumedRecords: 0, resumedRejects: 0 })
      assert.equal(await corpusRevision(database), 0)

      assert.equal(await finishImport(database, first, { records: 10, rejects: 1, now: 2_000 }), 1)
      const second = await openImport(database, { ...file, now: 3_000 })

      assert.deepEqual(second, { id: 2, attempt: 1, resumedRecords: 0, resumedRejects: 0 })
      assert.equal(await finishImport(database, second, { records: 10, rejects: 1, now: 4_000 }), 2)
      assert.equal(await corpusRevision(database), 2)
      assert.deepEqual(
        (await listImports(database)).map(({ id, state, records, revision }) => ({ id, state, records, revision })),
        [
          { id: 2, state: 'finished', records: 10, revision: 2 },
          { id: 1, state: 'finished', records: 10, revision: 1 }
        ]
      )
    })

    test('an import that failed or died is resumed where its progress was saved', async t => {
      const database = await testDatabase(t, engine)
      const first = await openImport(database, file)
      await saveImportProgress(database, first, { records: 500, rejects: 2, now: 2_000 })
      await failImport(database, first, { error: 'disk full', now: 3_000 })

      const second = await openImport(database, { ...file, now: 4_000 })
      assert.deepEqual(second, { id: 1, attempt: 2, resumedRecords: 500, resumedRejects: 2 })

      const third = await openImport(database, { ...file, now: 4_001 + importLeaseMs })
      assert.deepEqual(third, { id: 1, attempt: 3, resumedRecords: 500, resumedRejects: 2 })
    })

    test('a living import is not disturbed, and one that was taken over cannot write any more', async t => {
      const database = await testDatabase(t, engine)
      const first = await openImport(database, file)
      await saveImportProgress(database, first, { records: 5, rejects: 0, now: 30_000 })
      await assert.rejects(openImport(database, { ...file, now: 80_000 }), Conflict)
      await assert.rejects(openImport(database, { ...file, now: 80_000, alone: true }), Conflict)

      await openImport(database, { ...file, now: 31_000 + importLeaseMs })

      const late = { records: 9, rejects: 0, now: 99_000 }
      await assert.rejects(saveImportProgress(database, first, late), Conflict)
      await assert.rejects(finishImport(database, first, late), Conflict)
      assert.equal(await corpusRevision(database), 0)
    })

    test('of two imports of one file that begin at once, one is refused', async t => {
      const place = await engine.place(t)
      const databases = await Promise.all([openPlace(t, place), openPlace(t, place)])
      const outcomes = await Promise.allSettled(databases.map(database => openImport(database, file)))

      assert.deepEqual(outcomes.map(outcome => outcome.status).sort(), ['fulfilled', 'rejected'])
    })

    test('imports without a key never meet', async t => {
      const database = await testDatabase(t, engine)
      const nameless = { ...file, key: null }
      assert.deepEqual([(await openImport(database, nameless)).id, (await openImport(database, nameless)).id], [1, 2])
    })
  })
}
