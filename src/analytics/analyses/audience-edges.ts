import { Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

/** What one member does with another, by their places in the list that was asked about. */
export type AudienceEdge = {
  readonly from: number
  readonly to: number
  readonly follows: boolean
  /** Mentions and replies. */
  readonly mentions: number
  /** Retweets and quotes. */
  readonly shares: number
}

// One text of numbers a member: an audience of 1,000 who all follow each other is a million edges, and to check each of their
// numbers by a schema takes seconds.
const Row = Type.Object({ source: Type.Integer(), edges: Type.String({ pattern: '^[0-9 ]+$' }) })

/** Whom inside an audience its members follow, mention and share, themselves excluded; ordered by place. */
export async function audienceEdges(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<AudienceEdge[]> {
  const rows = await warehouse.rows(Row, sql, { ids })
  return rows.flatMap(({ source, edges }) => readEdges(source, edges.split(' ').map(Number)))
}

function readEdges(source: number, numbers: readonly number[]): AudienceEdge[] {
  return Array.from({ length: numbers.length / 4 }, (_, index) => {
    const [target = 0, follows = 0, mentions = 0, shares = 0] = numbers.slice(4 * index, 4 * index + 4)
    return { from: source - 1, to: target - 1, follows: follows > 0, mentions, shares }
  })
}

const sql = `
  SELECT
    transform(source, {ids:Array(String)}, arrayEnumerate({ids:Array(String)}), 0) AS source,
    -- Target (its place), follows, mentions, shares.
    arrayStringConcat(arrayFlatten(arrayMap(edge -> [edge.1, edge.2, edge.3, edge.4], arraySort(groupArray((
      toUInt64(transform(target, {ids:Array(String)}, arrayEnumerate({ids:Array(String)}), 0)),
      toUInt64(follows), mentions, shares
    ))))), ' ') AS edges
  FROM (
    SELECT source, target, max(follows) AS follows, max(mentions) AS mentions, max(shares) AS shares
    FROM (
      SELECT follower AS source, followee AS target, 1 AS follows, 0 AS mentions, 0 AS shares
      FROM follows
      WHERE follower IN {ids:Array(String)} AND followee IN {ids:Array(String)} AND follower != followee
      UNION ALL
      -- uniqExact: an interaction imported twice is two rows until a merge.
      SELECT
        from_id, to_id, 0,
        uniqExactIf((type, post_id), type IN ('mention', 'reply')),
        uniqExactIf((type, post_id), type IN ('retweet', 'quote'))
      FROM interactions
      WHERE from_id IN {ids:Array(String)} AND to_id IN {ids:Array(String)} AND from_id != to_id
      GROUP BY from_id, to_id
    )
    GROUP BY source, target
    HAVING follows + mentions + shares > 0
  )
  GROUP BY source
  ORDER BY source`
