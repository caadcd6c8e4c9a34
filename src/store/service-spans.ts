import { Type } from 'typebox'
import { isService, type Service } from '../model/ids.ts'
import { corpusRevision } from './corpus-revision.ts'
import type { Database } from './database.ts'
import type { Warehouse } from './warehouse.ts'

/** From when to when a service's posts are, ms since 1970. */
type ServiceSpan = { readonly oldest: number; readonly newest: number }

export type ServiceSpans = () => Promise<ReadonlyMap<Service, ServiceSpan>>

const Row = Type.Object({ service: Type.String(), oldest: Type.Number(), newest: Type.Number() })

/** Which services hold posts, and of when; looked up once for each state of the corpus. */
export function serviceSpans(database: Database, warehouse: Warehouse): ServiceSpans {
  let known: { readonly revision: number; readonly spans: Promise<ReadonlyMap<Service, ServiceSpan>> } | undefined
  return async () => {
    const revision = await corpusRevision(database)
    if (known?.revision !== revision) {
      const spans = look(warehouse)
      known = { revision, spans }
      spans.catch(() => {
        known = undefined
      })
    }
    return known.spans
  }
}

async function look(warehouse: Warehouse): Promise<ReadonlyMap<Service, ServiceSpan>> {
  const rows = await warehouse.rows(
    Row,
    `SELECT substring(author, 1, position(author, ':') - 1) AS service,
       toFloat64(min(created_at)) AS oldest, toFloat64(max(created_at)) AS newest
     FROM posts
     GROUP BY service
     ORDER BY service`
  )
  return new Map(
    rows.flatMap(({ service, oldest, newest }) => (isService(service) ? [[service, { oldest, newest }]] : []))
  )
}
