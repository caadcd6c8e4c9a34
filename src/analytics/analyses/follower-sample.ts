import type { ProfileId } from '../../model/ids.ts'
import type { SqlParams } from '../../store/warehouse.ts'

/** Which followers a breakdown looks at. */
export type FollowerSample = {
  readonly ids: readonly ProfileId[]
  /** At most so many of each account, and so many of all together. */
  readonly size: number
  /** `random`: the same people for the same seed, in every account's sample. `recent`: those whose follow was seen last. */
  readonly pull: 'random' | 'recent'
  readonly seed: number
}

/**
 * A query of (account, id): each account's followers, and under account '' those of all together, each person once; cut to the
 * sample. Too many ever to be bound as values, so every analysis of followers holds it as a subquery.
 */
export const followersSql = `
  SELECT account, id
  FROM (
    SELECT arrayJoin([followee, '']) AS account, follower AS id, max(observed_at) AS seen_at
    FROM followers
    WHERE followee IN {ids:Array(String)} AND follower != followee
    GROUP BY account, id
  )
  ORDER BY if({pull:String} = 'recent', -seen_at, 0), cityHash64(id, {seed:UInt32}), id
  LIMIT {sample_size:UInt32} BY account`

export function sampleParams({ ids, size, pull, seed }: FollowerSample): SqlParams {
  return { ids, sample_size: size, pull, seed }
}
