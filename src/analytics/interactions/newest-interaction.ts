import Type from 'typebox'
import type { Service } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

/** When the newest interaction of a service was written, ms; 0 without any. Read off the facts that are counted when an import ends. */
export async function newestInteraction(warehouse: Warehouse, service: Service): Promise<number> {
  // Older versions of a row say an earlier time: no FINAL.
  const [row] = await warehouse.rows(
    Type.Object({ at: Type.Integer() }),
    'SELECT max(last_post_at) AS at FROM account_activity WHERE startsWith(id, {service_prefix:String})',
    { service_prefix: `${service}:` }
  )
  return row?.at ?? 0
}
