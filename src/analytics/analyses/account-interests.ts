import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'

const Row = Type.Object({ id: Type.String(), interests: Type.Array(Type.String()), account_type: Type.String() })

/** What an account is about, by its description and by at least two of its posts, and whose it is; '' = not known. */
export type AccountInterests = Static<typeof Row>

/** The accounts among these of which any interest is known. */
export async function accountInterests(warehouse: Warehouse, ids: readonly string[]): Promise<AccountInterests[]> {
  return await warehouse.rows(Row, sql, { ids })
}

const sql = `
  SELECT id, arraySort(groupUniqArrayArray(found)) AS interests, max(type) AS account_type
  FROM (
    SELECT id, argMax(arrayMap(one -> toString(one), interests), version) AS found, argMax(toString(account_type), version) AS type
    FROM enrichments FINAL WHERE id IN {ids:Array(String)} GROUP BY id
    UNION ALL
    SELECT id, argMax(arrayMap(one -> toString(one), interests), version) AS found, '' AS type
    FROM account_activity WHERE id IN {ids:Array(String)} GROUP BY id
  )
  GROUP BY id
  HAVING notEmpty(interests)
  ORDER BY id`
