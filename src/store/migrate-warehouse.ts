import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Type from 'typebox'
import type { Warehouse } from './warehouse.ts'

const ownFolder = fileURLToPath(new URL('../../migrations/warehouse', import.meta.url))

const recordTable = `
-- shard by cityHash64(name)
CREATE TABLE warehouse_migrations (
  name String,
  run_at Int64
) ENGINE = ReplacingMergeTree(run_at) ORDER BY name;`

/**
 * Runs the numbered SQL files of a folder that have not run yet, in order, and answers their names. Forward only. Two servers
 * may do it at once: every statement can run twice (the migrator adds IF NOT EXISTS to CREATE TABLE; an ALTER says it itself).
 */
export async function migrateWarehouse(warehouse: Warehouse, folder: string = ownFolder): Promise<string[]> {
  await runStatements(warehouse, recordTable)
  const before = await warehouse.rows(
    Type.Object({ name: Type.String() }),
    'SELECT DISTINCT name FROM warehouse_migrations'
  )
  const done = new Set(before.map(row => row.name))
  const pending = (await readdir(folder)).filter(file => /^\d{4}-.*\.sql$/.test(file) && !done.has(file)).sort()
  for (const name of pending) {
    await runStatements(warehouse, await readFile(path.join(folder, name), 'utf8'))
    const record = Buffer.from(`${JSON.stringify({ name, run_at: Date.now() })}\n`)
    await warehouse.insert('warehouse_migrations', ['name', 'run_at'], 'JSONEachRow', record)
  }
  return pending
}

async function runStatements(warehouse: Warehouse, sql: string): Promise<void> {
  for (const statement of splitStatements(sql)) {
    for (const spread of spreadOver(warehouse, statement)) await warehouse.command(spread)
  }
}

type MigrationStatement = {
  readonly sql: string
  /** What `-- shard by` said above it; '' without. */
  readonly shardBy: string
}

/** Cuts SQL at the semicolons that stand outside texts, quoted names and comments. */
export function splitStatements(sql: string): MigrationStatement[] {
  const statements: MigrationStatement[] = []
  let code = ''
  let shardBy = ''
  const finish = () => {
    if (code.trim() !== '') statements.push({ sql: code.trim(), shardBy })
    code = ''
    shardBy = ''
  }
  const tokens = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.|'')*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|;|[^-/'"`;]+|./gs
  for (const [token] of sql.matchAll(tokens)) {
    if (token === ';') finish()
    else if (token.startsWith('--')) shardBy = /^-- shard by (?<key>.+)$/.exec(token)?.groups?.key?.trim() ?? shardBy
    else if (!token.startsWith('/*')) code += token
  }
  finish()
  return statements
}

/** A statement as one server runs it, or as the statements that give every shard its part and a table over all of them. */
function spreadOver(warehouse: Warehouse, { sql, shardBy }: MigrationStatement): string[] {
  const [, verb = '', table = '', rest = ''] = /^(CREATE TABLE|ALTER TABLE)\s+(\w+)\s+(.+)$/s.exec(sql) ?? []
  const create = verb === 'CREATE TABLE'
  if (verb === '') throw new TypeError(`a migration creates or alters tables, one at a time: ${sql.slice(0, 60)}`)
  if (warehouse.cluster === '') return [create ? `CREATE TABLE IF NOT EXISTS ${table} ${rest}` : sql]

  const part = warehouse.everyPartOf(table)
  const whole = `${table} ON CLUSTER ${warehouse.cluster}`
  if (!create) return [`ALTER TABLE ${part} ${rest}`, `ALTER TABLE ${whole} ${rest}`]
  if (shardBy === '') throw new TypeError(`above CREATE TABLE ${table} stands no "-- shard by"`)
  return [
    `CREATE TABLE IF NOT EXISTS ${part} ${rest}`,
    `CREATE TABLE IF NOT EXISTS ${whole} AS ${table}_local
     ENGINE = Distributed(${warehouse.cluster}, ${warehouse.database}, ${table}_local, ${shardBy})`
  ]
}
