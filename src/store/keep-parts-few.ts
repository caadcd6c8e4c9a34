import Type from 'typebox'
import { inChunks } from './in-chunks.ts'
import type { Warehouse } from './warehouse.ts'

// Rewriting a whole table pays once this share of its rows lies outside its largest part.
const worthRewriting = 0.2
const manyParts = 10

/**
 * Merges what an import has left in many parts: a query over one part takes a third of the time of one over many. With `wholly`
 * every table becomes one part, where no row is left that another has replaced.
 */
export async function keepPartsFew(
  warehouse: Warehouse,
  tables: readonly string[],
  { wholly = false } = {}
): Promise<void> {
  const onCluster = warehouse.cluster !== ''
  const found = await warehouse.rows(
    Type.Object({ name: Type.String(), parts: Type.Number(), outside: Type.Number() }),
    `SELECT table AS name, count() AS parts, 1 - max(rows) / sum(rows) AS outside
     FROM ${onCluster ? `cluster(${warehouse.cluster}, system.parts)` : 'system.parts'}
     WHERE active AND database = {database:String} AND table IN {tables:Array(String)}
     GROUP BY table ORDER BY table`,
    { database: warehouse.database, tables: tables.map(table => (onCluster ? `${table}_local` : table)) }
  )
  const statements = found.flatMap(({ name, parts, outside }) => {
    const rewrite = parts > 1 && (wholly || outside >= worthRewriting)
    if (!rewrite && parts <= manyParts) return []
    const table = warehouse.everyPartOf(name.replace(/_local$/, ''))
    return [`OPTIMIZE TABLE ${table}${rewrite ? ' FINAL' : ''}`]
  })
  // A merge takes one core. Two at once leave the embedded engine a session for what people ask meanwhile.
  for (const pair of inChunks(statements, 2)) await Promise.all(pair.map(statement => warehouse.command(statement)))
}
