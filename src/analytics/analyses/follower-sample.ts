import { type Static, Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { SqlParams, Warehouse } from '../../store/warehouse.ts'

/** Which followers a breakdown is to look at. */
type Wish = {
  readonly ids: readonly ProfileId[]
  /** At most so many of each account, and so many of all together. */
  readonly size: number
  /** `random`: the same people for the same seed, in every account's sample. `recent`: those whose follow was seen last. */
  readonly pull: 'random' | 'recent'
  readonly seed: number
}

/** Which followers a breakdown looks at, as followersSql reads it. */
export type FollowerSample = { readonly params: SqlParams }

// The last that a sample takes of an account, in the order that it is drawn in. A number beyond 2^53 travels as a text.
const Cut = Type.Object({ account: Type.String(), seen: Type.Number(), hash: Type.String() })

const seenSql = "if({pull:String} = 'recent', -observed_at, 0)"
const hashSql = 'cityHash64(follower, {seed:UInt32})'

/**
 * Draws the sample once for all analyses: it says only where each account's ends, so that these need not put a million followers
 * in order each. `counts` are the followers of each account, and of all under ''.
 */
export async function drawFollowers(
  warehouse: Warehouse,
  { ids, size, pull, seed }: Wish,
  counts: ReadonlyMap<string, number>
): Promise<FollowerSample> {
  const params = { ids, pull, seed }
  const isCut = [...counts.values()].some(people => people > size)
  const cuts = isCut ? await warehouse.rows(Cut, cutsSql, { ...params, last: size - 1 }) : []
  return { params: { ...params, ...columnsOf(cuts) } }
}

function columnsOf(cuts: readonly Static<typeof Cut>[]): SqlParams {
  return {
    cut_accounts: cuts.map(cut => cut.account),
    cut_numbers: cuts.map((_, index) => index + 1),
    cut_seen: cuts.map(cut => cut.seen),
    cut_hashes: cuts.map(cut => cut.hash)
  }
}

// Two followers with one hash of 64 bits count as one here: in one of thirty million audiences of a million.
const cutsSql = `
  SELECT account, seen, toString(hash) AS hash
  FROM (
    SELECT arrayJoin([followee, '']) AS account, ${hashSql} AS hash, min(${seenSql}) AS seen
    FROM followers
    WHERE followee IN {ids:Array(String)} AND follower != followee
    GROUP BY account, hash
  ) AS drawn
  ORDER BY seen, drawn.hash
  LIMIT 1 OFFSET {last:UInt32} BY account`

/**
 * A query of (account, id): each account's followers, and under account '' those of all together, each person once; cut to the
 * sample. Too many ever to be bound as values, so every analysis of followers holds it as a subquery.
 */
export const followersSql = `
  SELECT DISTINCT account, id
  FROM (
    SELECT
      arrayJoin([followee, '']) AS account,
      follower AS id,
      transform(account, {cut_accounts:Array(String)}, {cut_numbers:Array(UInt32)}, toUInt32(0)) AS cut,
      (${seenSql}, ${hashSql}) AS place,
      ({cut_seen:Array(Int64)}[cut], CAST({cut_hashes:Array(String)}, 'Array(UInt64)')[cut]) AS last
    FROM followers
    WHERE followee IN {ids:Array(String)} AND follower != followee
  )
  WHERE cut = 0 OR place <= last`
