import assert from 'node:assert/strict'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Type from 'typebox'
import { migrateWarehouse, splitStatements } from '../../src/store/migrate-warehouse.ts'
import { warehouseEngines } from '../support/engines.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ownFolder = fileURLToPath(new URL('../../migrations/warehouse', import.meta.url))

async function folderWith(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder(t)
  await cp(ownFolder, folder, { recursive: true })
  for (const [name, sql] of Object.entries(files)) await writeFile(path.join(folder, name), sql)
  return folder
}

for (const engine of warehouseEngines) {
  suite(engine.name, () => {
    test('migrations run once each, and a later one meets the rows that are there', async t => {
      const warehouse = await engine.open(t)
      await warehouse.insert('handles', ['handle', 'id'], 'TabSeparated', Buffer.from('twitter:@ann\ttwitter:1\n'))
      const folder = await folderWith(t, {
        '0998-notes.sql': '-- shard by cityHash64(id)\nCREATE TABLE notes (id String) ENGINE = MergeTree ORDER BY id;',
        '0999-source.sql': "ALTER TABLE handles ADD COLUMN IF NOT EXISTS source String DEFAULT 'a;b';"
      })

      const first = await migrateWarehouse(warehouse, folder)
      const second = await migrateWarehouse(warehouse, folder)

      assert.deepEqual([first, second], [['0998-notes.sql', '0999-source.sql'], []])
      const Row = Type.Object({ handle: Type.String(), source: Type.String() })
      assert.deepEqual(await warehouse.rows(Row, 'SELECT DISTINCT handle, source FROM handles'), [
        { handle: 'twitter:@ann', source: 'a;b' }
      ])
      await warehouse.insert('notes', ['id'], 'TabSeparated', Buffer.from('twitter:1\n'))
      assert.deepEqual(await warehouse.rows(Type.Object({ id: Type.String() }), 'SELECT DISTINCT id FROM notes'), [
        { id: 'twitter:1' }
      ])
    })

    test('two servers that start at once migrate one warehouse without getting in each other’s way', async t => {
      const warehouse = await engine.open(t)
      const folder = await folderWith(t, {
        '0998-notes.sql': '-- shard by cityHash64(id)\nCREATE TABLE notes (id String) ENGINE = MergeTree ORDER BY id;'
      })
      await Promise.all([migrateWarehouse(warehouse, folder), migrateWarehouse(warehouse, folder)])
      assert.deepEqual(await migrateWarehouse(warehouse, folder), [])
    })
  })
}

test('every table of the corpus says how a cluster spreads it', async () => {
  for (const file of await readdir(ownFolder)) {
    for (const statement of splitStatements(await readFile(path.join(ownFolder, file), 'utf8'))) {
      if (statement.sql.startsWith('CREATE TABLE'))
        assert.match(statement.shardBy, /^cityHash64\(\w+\)$/, statement.sql)
    }
  }
})

test('statements end at semicolons, except in texts, quoted names and comments', () => {
  const sql = `
    -- A comment; with a semicolon.
    CREATE TABLE a (x String DEFAULT 'it''s; \\'so'); /* ; */
    -- shard by cityHash64(x)
    CREATE TABLE b (\`odd;name\` Int8, y Float64 DEFAULT 3 - 1 / 2);
    `
  assert.deepEqual(splitStatements(sql), [
    { sql: "CREATE TABLE a (x String DEFAULT 'it''s; \\'so')", shardBy: '' },
    { sql: 'CREATE TABLE b (`odd;name` Int8, y Float64 DEFAULT 3 - 1 / 2)', shardBy: 'cityHash64(x)' }
  ])
})

test('a statement that no cluster could follow is refused', async t => {
  const [engine] = warehouseEngines
  const warehouse = await engine?.open(t)
  assert.ok(warehouse)
  const folder = await folderWith(t, { '0998-drop.sql': 'DROP TABLE handles;' })
  await assert.rejects(migrateWarehouse(warehouse, folder), /creates or alters tables/)
})
