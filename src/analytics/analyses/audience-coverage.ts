import { Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

const Row = Type.Object({
  id: Type.String(),
  profile: Type.Integer(),
  follows: Type.Integer(),
  posts: Type.Integer(),
  engagements: Type.Integer()
})

export type AudienceCoverage = {
  /** Ids about which the corpus knows anything at all, a mere name included. */
  readonly known: readonly ProfileId[]
  readonly missing: readonly ProfileId[]
  /** How many of the ids have a profile, a known list of whom they follow, known posts, known engagements. */
  readonly coverage: {
    readonly profiles: number
    readonly follows_known: number
    readonly posts_known: number
    readonly engagements_known: number
  }
}

/** What the corpus holds about each of some people: reports say so beside their figures. */
export async function audienceCoverage(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<AudienceCoverage> {
  const rows = await warehouse.rows(Row, sql, { ids })
  const found = new Set(rows.map(row => row.id))
  return {
    known: ids.filter(id => found.has(id)),
    missing: ids.filter(id => !found.has(id)),
    coverage: {
      profiles: rows.filter(row => row.profile > 0).length,
      follows_known: rows.filter(row => row.follows > 0).length,
      posts_known: rows.filter(row => row.posts > 0).length,
      engagements_known: rows.filter(row => row.engagements > 0).length
    }
  }
}

const sql = `
  SELECT id, max(profile) AS profile, max(follows) AS follows, max(posts) AS posts, max(engagements) AS engagements
  FROM (
    SELECT id, 1 AS profile, 0 AS follows, 0 AS posts, 0 AS engagements
    FROM profiles WHERE id IN {ids:Array(String)}
    UNION ALL
    SELECT id, 0, argMax(following, version) > 0, argMax(posts, version) > 0, argMax(engagements, version) > 0
    FROM account_activity WHERE id IN {ids:Array(String)} GROUP BY id
    UNION ALL
    SELECT id, 0, 0, 0, 0 FROM account_reach WHERE id IN {ids:Array(String)}
    UNION ALL
    SELECT id, 0, 0, 0, 0 FROM known_accounts WHERE id IN {ids:Array(String)}
  )
  GROUP BY id`
