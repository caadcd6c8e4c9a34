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

const Row = Type.Object({
  source: Type.Integer(),
  // Target, follows, mentions, shares.
  edges: Type.Array(Type.Tuple([Type.Integer(), Type.Integer(), Type.Integer(), Type.Integer()]))
})

/** Whom inside an audience its members follow, mention and share, themselves excluded; ordered by place. */
export async function audienceEdges(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<AudienceEdge[]> {
  const rows = await warehouse.rows(Row, sql, { ids })
  return rows.flatMap(({ source, edges }) =>
    edges.map(([target, follows, mentions, shares]) => ({
      from: source - 1,
      to: target - 1,
      follows: follows > 0,
      mentions,
      shares
    }))
  )
}

// Places instead of ids, one row a member: an audience of 1,000 who all follow each other is a million edges.
const sql = `
  SELECT
    transform(source, {ids:Array(String)}, arrayEnumerate({ids:Array(String)}), 0) AS source,
    arraySort(groupArray((
      transform(target, {ids:Array(String)}, arrayEnumerate({ids:Array(String)}), 0), follows, mentions, shares
    ))) AS edges
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
