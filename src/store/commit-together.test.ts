import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { type Database, openDatabase } from './database.ts'
import type { Schema } from './schema.ts'

async function open(t: TestContext): Promise<Database> {
  const database = await openDatabase({ url: '', folder: await temporaryFolder(t) })
  t.after(() => database[Symbol.asyncDispose]())
  return database
}

const set = (trx: Kysely<Schema>, key: string) => trx.insertInto('settings').values({ key, value: '1' }).execute()
const keys = async ({ db }: Database) =>
  (await db.selectFrom('settings').select('key').where('key', 'like', 'work %').orderBy('key').execute()).map(
    row => row.key
  )

test('works that come together are kept together, and one that throws is undone alone', async t => {
  const database = await open(t)
  const ended = await Promise.allSettled([
    database.transact(trx => set(trx, 'work 1')),
    database.transact(async trx => {
      await set(trx, 'work 2')
      throw new Error('not this one')
    }),
    database.transact(async trx => {
      await set(trx, 'work 3')
      return 'an answer'
    })
  ])
  assert.deepEqual(
    ended.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled']
  )
  assert.deepEqual(ended[2], { status: 'fulfilled', value: 'an answer' })
  assert.deepEqual(await keys(database), ['work 1', 'work 3'])
})

test('a work sees what those before it did, and many more than share a transaction all end', async t => {
  const database = await open(t)
  const counts = await Promise.all(
    Array.from({ length: 250 }, (_, index) =>
      database.transact(async trx => {
        await set(trx, `work ${index}`)
        const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM settings WHERE key LIKE 'work %'`.execute(
          trx
        )
        return rows[0]?.n
      })
    )
  )
  assert.deepEqual(
    counts,
    counts.map((_, index) => index + 1)
  )
})

test('a work that begins while others are being kept has its turn', async t => {
  const database = await open(t)
  await database.transact(async trx => {
    await set(trx, 'work 1')
  })
  const later = database.transact(trx => set(trx, 'work 2'))
  const last = database.transact(trx => set(trx, 'work 3'))
  await Promise.all([later, last])
  assert.deepEqual(await keys(database), ['work 1', 'work 2', 'work 3'])
})
