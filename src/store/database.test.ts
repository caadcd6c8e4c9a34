import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { endConnections, engines, openPlace, testDatabase } from '../../test/support/databases.ts'
import { Unavailable } from '../errors.ts'
import { listTokens } from './accounts.ts'
import { openDatabase } from './database.ts'
import { migrateDatabase } from './migrate-database.ts'
import { connectPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

for (const engine of engines) {
  describe(engine.name, { skip: engine.skip }, () => {
    test('an empty place is migrated when it is opened, and not again', async t => {
      const place = await engine.place(t)
      const first = await openPlace(t, place)
      const second = await openPlace(t, place)

      assert.deepEqual(first.migrated, [
        '0001-accounts-and-executions',
        '0002-import-ledger',
        '0003-pylon',
        '0004-analysis-hours'
      ])
      assert.deepEqual(second.migrated, [])
    })

    test('a database of the previous version keeps its rows', async t => {
      const place = await engine.place(t)
      const old = place.url ? await connectPostgres(place.url) : openSqlite(place.folder)
      await migrateDatabase(old.db, '0002-import-ledger')
      await old.db.insertInto('accounts').values({ id: 'ann', created_at: 7 }).execute()
      await old[Symbol.asyncDispose]()

      const database = await openPlace(t, place)

      assert.deepEqual(database.migrated, ['0003-pylon', '0004-analysis-hours'])
      const rows = await database.db.selectFrom('accounts').selectAll().execute()
      assert.deepEqual({ ...rows[0] }, { id: 'ann', created_at: 7, executions: 0, last_task_at: 0 })
    })

    test('the token of an earlier first start stands for the default identity from now on', async t => {
      const place = await engine.place(t)
      const old = place.url ? await connectPostgres(place.url) : openSqlite(place.folder)
      await migrateDatabase(old.db, '0002-import-ledger')
      await old.db.insertInto('accounts').values({ id: 'default', created_at: 7 }).execute()
      const token = {
        account_id: 'default',
        role: 'admin',
        created_at: 7,
        last_used_at: null,
        revoked_at: null
      } as const
      const tokens = ['made at the first start', 'laptop'].map(name => ({ ...token, id: name, hash: name, name }))
      await old.db.insertInto('tokens').values(tokens).execute()
      await old[Symbol.asyncDispose]()

      const database = await openPlace(t, place)

      const listed = (await listTokens(database)).map(({ name, identity }) => [name, identity])
      assert.deepEqual(listed, [
        ['laptop', null],
        ['made at the first start', 'default']
      ])
    })

    test('two that start at once migrate once', async t => {
      const place = await engine.place(t)
      const opened = await Promise.all([openPlace(t, place), openPlace(t, place)])

      assert.deepEqual(opened.flatMap(database => database.migrated).length, 4)
    })

    test('a database of a newer program is refused with a sentence', async t => {
      const place = await engine.place(t)
      const database = await openPlace(t, place)
      await database.db
        .insertInto('kysely_migration' as 'settings')
        .values({ name: '9999-from-the-future', timestamp: '2099' } as never)
        .execute()

      await assert.rejects(openDatabase(place), Unavailable)
    })

    test('whoever listens hears what is notified, until it stops listening', async t => {
      const database = await testDatabase(t, engine)
      const heard: string[] = []
      const unlisten = await database.listen('work', payload => heard.push(payload))

      await database.notify('work', 'one')
      await database.notify('executions', 'two')
      await sleep(100)
      unlisten()
      await database.notify('work', 'three')
      await sleep(100)

      assert.deepEqual(heard, ['one'])
    })

    test('transactions of one process wait for each other', async t => {
      const { db } = await testDatabase(t, engine)
      const insert = (id: string) =>
        db.transaction().execute(async trx => {
          await trx.insertInto('settings').values({ key: id, value: '' }).execute()
          await sleep(5)
          if (id === 'b') throw new Error('rolled back')
        })
      await Promise.allSettled(['a', 'b', 'c'].map(insert))

      const rows = await db.selectFrom('settings').select('key').orderBy('key').execute()
      assert.deepEqual(
        rows.map(row => row.key),
        ['a', 'c']
      )
    })
  })
}

const [, postgres] = engines

test('a restart of PostgreSQL ends neither the process nor the listening', { skip: postgres?.skip }, async t => {
  assert(postgres)
  const place = await postgres.place(t)
  const database = await openPlace(t, place)
  const heard: string[] = []
  await database.listen('work', payload => heard.push(payload))

  await endConnections(place.url)
  await sleep(1_000)
  await database.notify('work', 'after')
  await sleep(200)

  assert.deepEqual(heard, ['', 'after'])
})

test('the SQLite file is where the data folder is', async t => {
  const [sqlite] = engines
  assert(sqlite)
  const place = await sqlite.place(t)
  await openPlace(t, place)

  assert(existsSync(`${place.folder}/demograph.db`))
})
