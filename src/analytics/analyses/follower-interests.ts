import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type FollowerSample, followersSql } from './follower-sample.ts'

const Row = Type.Object({
  account: Type.String(),
  value: Type.String(),
  people: Type.Integer(),
  /** People with any known interest. */
  n: Type.Integer()
})
export type FollowerInterest = Static<typeof Row>

/** How many followers have each interest, by account ('' = all together): of two of their posts, or of their description. */
export async function followerInterests(warehouse: Warehouse, sample: FollowerSample): Promise<FollowerInterest[]> {
  return await warehouse.rows(Row, sql, sample.params)
}

const interestedSql = `
  SELECT followers.account AS account, followers.id AS id, arrayJoin(known.interests) AS interest
  FROM (
    SELECT id, groupUniqArrayArray(found) AS interests
    FROM (
      SELECT id, argMax(arrayMap(one -> toString(one), interests), version) AS found
      FROM enrichments FINAL WHERE id GLOBAL IN (SELECT id FROM (${followersSql})) GROUP BY id
      UNION ALL
      SELECT id, argMax(arrayMap(one -> toString(one), interests), version) AS found
      FROM account_activity WHERE id GLOBAL IN (SELECT id FROM (${followersSql})) GROUP BY id
    )
    GROUP BY id
  ) AS known
  GLOBAL INNER JOIN (${followersSql}) AS followers ON known.id = followers.id`

const sql = `
  SELECT counted.account AS account, counted.interest AS value, counted.people AS people, totals.n AS n
  FROM (SELECT account, interest, uniqExact(id) AS people FROM (${interestedSql}) GROUP BY account, interest) AS counted
  GLOBAL INNER JOIN (SELECT account, uniqExact(id) AS n FROM (${interestedSql}) GROUP BY account) AS totals
    ON counted.account = totals.account
  ORDER BY account, people DESC, value`
