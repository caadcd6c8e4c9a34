import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import Type from 'typebox'
import { Stopped } from '../../src/errors.ts'
import { listField, textField } from '../../src/store/tab-separated.ts'
import { warehouseEngines } from '../support/engines.ts'
import { within } from '../support/within.ts'

const Count = Type.Object({ count: Type.Number() })
const nasty = [
  '',
  'tab\tline\nreturn\r',
  'back\\slash \\N \\t',
  `quotes ' " \``,
  'NUL \0 here',
  'émoji 😀 日本',
  "['a','b']",
  '{x:String}'
]

// Ten times what two cores do in a minute.
const endless = 'SELECT count() AS count FROM numbers(100000000000) WHERE sipHash64(number) % 7 = {rest:UInt8}'

for (const engine of warehouseEngines) {
  suite(engine.name, () => {
    test('any text comes back from a row as it was written', async t => {
      const warehouse = await engine.open(t)
      const rows = nasty.map((text, index) => `twitter:${index}\t${textField(text)}\t${listField(nasty)}\n`)
      await warehouse.insert('posts', ['author', 'text', 'hashtags'], 'TabSeparated', Buffer.from(rows.join('')))

      const Row = Type.Object({ text: Type.String(), hashtags: Type.Array(Type.String()) })
      const found = await warehouse.rows(Row, 'SELECT DISTINCT author, text, hashtags FROM posts ORDER BY author')

      assert.deepEqual(
        found.map(({ text, hashtags }) => ({ text, hashtags })),
        nasty.map(text => ({ text, hashtags: nasty }))
      )
    })

    test('any text comes back from a bound value, alone and in a list', async t => {
      const warehouse = await engine.open(t)
      for (const text of nasty) {
        const Row = Type.Object({ one: Type.String(), list: Type.Array(Type.String()) })
        assert.deepEqual(
          await warehouse.rows(Row, 'SELECT {one:String} AS one, {list:Array(String)} AS list', {
            one: text,
            list: [text]
          }),
          [{ one: text, list: [text] }]
        )
      }
    })

    test('a statement never finds the value that an earlier one has bound', async t => {
      const warehouse = await engine.open(t)
      const sql = 'SELECT {n:UInt32} AS count'
      const before = await Promise.all([1, 2, 3].map(n => warehouse.rows(Count, sql, { n })))
      assert.deepEqual(before.flat(), [{ count: 1 }, { count: 2 }, { count: 3 }])
      await assert.rejects(warehouse.rows(Count, sql), /\bn\b/)
    })

    test('40,000 ids can be bound in a query, and in a statement that writes', async t => {
      const warehouse = await engine.open(t)
      const ids = Array.from({ length: 40_000 }, (_, index) => `twitter:${10 ** 17 + index * 1000}`)

      const found = await warehouse.rows(Count, 'SELECT length({ids:Array(String)}) AS count', { ids })
      await warehouse.command('INSERT INTO handles (handle, id) SELECT arrayJoin({ids:Array(String)}), {id:String}', {
        ids,
        id: 'twitter:1'
      })

      assert.deepEqual(found, [{ count: 40_000 }])
      assert.deepEqual(await warehouse.rows(Count, 'SELECT uniqExact(handle) AS count FROM handles'), [
        { count: 40_000 }
      ])
    })

    test('counts beyond 32 bits arrive as numbers', async t => {
      const warehouse = await engine.open(t)
      assert.deepEqual(await warehouse.rows(Count, 'SELECT toUInt64(5000000000) AS count'), [{ count: 5_000_000_000 }])
    })

    test('a row that does not fit its schema is a bug and says where', async t => {
      const warehouse = await engine.open(t)
      await assert.rejects(warehouse.rows(Count, "SELECT 'many' AS count"), /\/0\/count/)
    })

    test('a statement that is wrong says what the engine says', async t => {
      const warehouse = await engine.open(t)
      await assert.rejects(warehouse.rows(Count, 'SELECT count FROM nowhere'), /nowhere/)
      await assert.rejects(warehouse.command('DROP TABLE nowhere'), /nowhere/)
      await assert.rejects(
        warehouse.insert('handles', ['handle', 'observed_at'], 'TabSeparated', Buffer.from('a\tb\n')),
        /observed_at/
      )
    })

    test('queries run side by side, each with its own values', async t => {
      const warehouse = await engine.open(t)
      const sql = 'SELECT {n:UInt32} AS count FROM numbers(3) WHERE sleepEachRow(0.3) = 0 LIMIT 1'
      const start = performance.now()
      const found = await Promise.all([1, 2, 3].map(n => warehouse.rows(Count, sql, { n })))
      assert.deepEqual(found.flat(), [{ count: 1 }, { count: 2 }, { count: 3 }])
      assert.ok(performance.now() - start < 2600, 'three times 0.9 s took as long as one after the other')
    })

    test('a killed tag ends its query, which would never end, and the query is gone', async t => {
      const warehouse = await engine.open(t)
      const tagged = warehouse.tagged('kill-me', new AbortController().signal)
      const running = assert.rejects(tagged.rows(Count, endless, { rest: 3 }), Stopped)
      // A kill that comes before the query would leave it running for ever.
      await within(10_000, 'the query runs', async () => (await processes()).length > 0)
      const start = performance.now()
      await warehouse.kill('kill-me')
      await running
      assert.ok(performance.now() - start < 5000)
      assert.deepEqual(await processes(), [])
      assert.deepEqual(await warehouse.rows(Count, 'SELECT 1 AS count'), [{ count: 1 }])

      function processes() {
        const Process = Type.Object({ query: Type.String() })
        return warehouse.rows(Process, "SELECT query FROM system.processes WHERE Settings['log_comment'] = 'kill-me'")
      }
    })

    test('a signal frees the caller at once and ends the query in the engine', async t => {
      const warehouse = await engine.open(t)
      const stop = new AbortController()
      const tagged = warehouse.tagged('signalled', stop.signal)
      const more = Array.from({ length: 5 }, () => assert.rejects(tagged.rows(Count, endless, { rest: 3 }), Stopped))
      await delay(300)
      const start = performance.now()
      stop.abort()
      await Promise.all(more)
      assert.ok(performance.now() - start < 5000)

      const sql = "SELECT count() AS count FROM system.processes WHERE Settings['log_comment'] = 'signalled'"
      await within(10_000, 'the queries are gone', async () => (await warehouse.rows(Count, sql))[0]?.count === 0)
      await assert.rejects(tagged.rows(Count, 'SELECT 1 AS count'), Stopped)
    })

    test('a tag killed again and again leaves no query behind and hits nobody else', async t => {
      const warehouse = await engine.open(t)
      let killing = true
      const killer = (async () => {
        while (killing) await warehouse.kill('hammered')
      })()
      try {
        const tagged = warehouse.tagged('hammered', new AbortController().signal)
        for (let round = 0; round < 12; round++) {
          await Promise.all([1, 2, 3].map(() => assert.rejects(tagged.rows(Count, endless, { rest: 3 }), Stopped)))
          await within(5_000, 'no query is left', async () => (await leftOver())[0]?.count === 0)
        }
      } finally {
        killing = false
        await killer
      }

      function leftOver() {
        return warehouse.rows(
          Count,
          "SELECT count() AS count FROM system.processes WHERE Settings['log_comment'] = 'hammered'"
        )
      }
    })
  })
}
