import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import Type from 'typebox'
import { Unavailable } from '../errors.ts'
import { connectPostgres } from './postgres.ts'
import { tellingAway } from './telling-away.ts'
import { openWarehouse } from './warehouse.ts'

/** Answers whatever is asked as ClickHouse does for a database that exists, until it is closed. */
async function briefServer() {
  const server = http.createServer((request, response) => {
    request.resume()
    response.setHeader('connection', 'close').end('{"result":1}\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // It listens at a port.
  return { port, close: async () => void (await once(server.close(), 'close')) }
}

test('a warehouse that has gone away is Unavailable for whoever asks it', async t => {
  const server = await briefServer()
  const warehouse = await openWarehouse({ url: `http://127.0.0.1:${server.port}/gone`, cluster: '' })
  t.after(() => warehouse[Symbol.asyncDispose]())
  const ask = () => warehouse.rows(Type.Object({ result: Type.Number() }), 'SELECT 1 AS result')
  assert.deepEqual(await ask(), [{ result: 1 }])
  await server.close()

  for (const work of [ask, () => warehouse.command('SELECT 1')]) {
    await assert.rejects(
      work,
      (error: unknown) => error instanceof Unavailable && error.message.startsWith('The warehouse does not answer')
    )
  }
})

test('so is a PostgreSQL that cannot be reached', async t => {
  const server = await briefServer()
  await server.close()
  const connection = await connectPostgres(`postgres://nobody@127.0.0.1:${server.port}/gone`)
  t.after(() => connection[Symbol.asyncDispose]())

  await assert.rejects(sql`SELECT 1`.execute(connection.db), Unavailable)
})

test('what a store answers, a mistake included, is passed on', async () => {
  const mistake = new Error('no such table')
  assert.equal(await tellingAway('database', async () => 1), 1)
  await assert.rejects(
    tellingAway('database', () => Promise.reject(mistake)),
    mistake
  )
})
