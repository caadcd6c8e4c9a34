import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'

const Row = Type.Object({ one: Type.String(), other: Type.String(), common: Type.Integer() })

/** How many people follow both of two accounts; pairs without a common follower are left out. Exact. */
export async function followerOverlap(warehouse: Warehouse, ids: readonly string[]): Promise<Static<typeof Row>[]> {
  return ids.length < 2 ? [] : await warehouse.rows(Row, sql, { ids })
}

const sql = `
  SELECT one, other, count() AS common
  FROM (
    SELECT follower, arraySort(groupUniqArray(followee)) AS accounts
    FROM followers
    WHERE followee IN {ids:Array(String)} AND follower != followee
    GROUP BY follower
    HAVING length(accounts) > 1
  )
  ARRAY JOIN accounts AS one
  ARRAY JOIN arrayFilter(account -> account > one, accounts) AS other
  GROUP BY one, other
  ORDER BY one, other`
