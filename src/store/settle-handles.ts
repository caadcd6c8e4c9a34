import Type from 'typebox'
import { serviceNames } from '../model/ids.ts'
import { columnsOf } from './corpus-columns.ts'
import { inChunks } from './in-chunks.ts'
import type { Warehouse } from './warehouse.ts'

// Bound twice over in one statement: the handles and their owners.
const handlesAtOnce = 5_000

/**
 * What stands under a handle (`service:@handle`) whose owner has become known goes to the owner, as rows of the given import:
 * interactions of either end, and posts by their author, with those whom they mention. Written first and removed then:
 * stopped in between, it can be repeated.
 */
export async function settleHandles(warehouse: Warehouse, importId: number): Promise<void> {
  for (const chunk of inChunks(await ownedHandles(warehouse), handlesAtOnce)) {
    const handles = chunk.map(({ handle }) => handle)
    const params = { importId, handles, owners: chunk.map(({ owner }) => owner) }
    for (const { table, replaced, concerned, removed } of tables) {
      const columns = columnsOf[table]
      const values = columns.map(column => replaced[column] ?? `was.${column}`)
      await warehouse.command(
        `INSERT INTO ${table} (${columns.join(', ')})
         SELECT ${values.join(', ')}
         FROM ${table} AS was WHERE ${concerned}`,
        params
      )
      await warehouse.command(`DELETE FROM ${warehouse.everyPartOf(table)} WHERE ${removed}`, { handles })
    }
  }
}

const isOwned = (column: string) => `${column} IN {handles:Array(String)}`
const owner = (name: string) => `transform(${name}, {handles:Array(String)}, {owners:Array(String)}, ${name})`

type Rewriting = {
  readonly table: 'interactions' | 'posts'
  readonly replaced: { readonly [column: string]: string }
  readonly concerned: string
  /** Rows whose key has changed; any other is replaced by the one that was written. */
  readonly removed: string
}

const tables: readonly Rewriting[] = [
  {
    table: 'interactions',
    // Who turns out to engage with themselves stays, and is counted by nobody.
    replaced: { from_id: owner('was.from_id'), to_id: owner('was.to_id'), import_id: '{importId:UInt32}' },
    concerned: `${isOwned('was.from_id')} OR ${isOwned('was.to_id')}`,
    removed: `${isOwned('from_id')} OR ${isOwned('to_id')}`
  },
  {
    table: 'posts',
    replaced: {
      author: owner('was.author'),
      ref_author: owner('was.ref_author'),
      mentions: `arrayMap(name -> ${owner('name')}, was.mentions)`,
      import_id: '{importId:UInt32}'
    },
    concerned: `${isOwned('was.author')} OR ${isOwned('was.ref_author')} OR hasAny(was.mentions, {handles:Array(String)})`,
    removed: isOwned('author')
  }
]

const Owned = Type.Object({ handle: Type.String(), owner: Type.String() })

async function ownedHandles(warehouse: Warehouse) {
  return await warehouse.rows(
    Owned,
    `SELECT handle, argMax(id, observed_at) AS owner
     FROM handles
     WHERE handle GLOBAL IN (
       SELECT to_id FROM interactions WHERE ${isHandle('to_id')}
       UNION DISTINCT SELECT from_id FROM interactions WHERE ${isHandle('from_id')}
       UNION DISTINCT SELECT author FROM posts WHERE ${isHandle('author')}
     )
     GROUP BY handle`
  )
}

/** Whether a column holds `service:@handle`; prefixes, so that a table which is ordered by it is read there only. */
export function isHandle(column: string): string {
  return `(${serviceNames.map(service => `startsWith(${column}, '${service}:@')`).join(' OR ')})`
}
