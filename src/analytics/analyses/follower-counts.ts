import { Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

const Row = Type.Object({ account: Type.String(), people: Type.Integer() })

/** How many distinct people follow each account, and, under '', all of them together; exact. */
export async function followerCounts(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<Map<string, number>> {
  const rows = await warehouse.rows(Row, sql, { ids })
  return new Map(rows.map(({ account, people }) => [account, people]))
}

const sql = `
  SELECT followee AS account, uniqExact(follower) AS people
  FROM followers
  WHERE followee IN {ids:Array(String)} AND follower != followee
  GROUP BY followee
  UNION ALL
  SELECT '', uniqExact(follower)
  FROM followers
  WHERE followee IN {ids:Array(String)} AND follower != followee`
