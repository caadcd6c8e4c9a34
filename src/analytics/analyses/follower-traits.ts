import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type FollowerSample, followersSql } from './follower-sample.ts'

/** The single-valued facts that are counted: each person has one value or none. */
export const followerFields = ['language', 'device', 'os', 'activity', 'size'] as const

const Row = Type.Object({
  account: Type.String(),
  field: Type.Enum([...followerFields, 'posts']),
  value: Type.String(),
  people: Type.Integer()
})
export type FollowerTrait = Static<typeof Row>

/**
 * How many followers have each value of each field, by account ('' = all together). Language, device and os are a person's most
 * frequent; `activity` is the time from the last known post to `asOf` (ms) in days, `size` the band of the person's own
 * followers; `posts` counts the people of whom any post is known.
 */
export async function followerTraits(
  warehouse: Warehouse,
  sample: FollowerSample,
  asOf: number
): Promise<FollowerTrait[]> {
  const params = sample.params
  const [activity, sizes] = await Promise.all([
    warehouse.rows(Row, activitySql, { ...params, as_of: asOf }),
    warehouse.rows(Row, sizesSql, params)
  ])
  return [...activity, ...sizes]
}

const activitySql = `
  WITH
    intDiv({as_of:Int64} - latest.4, 86400000) AS days,
    multiIf(latest.4 <= 0, '', days <= 7, '0-7 days', days <= 30, '8-30 days', days <= 90, '31-90 days', 'over 90 days')
      AS activity
  SELECT account, fact.1 AS field, fact.2 AS value, count() AS people
  FROM (
    SELECT
      followers.account AS account,
      followers.id AS id,
      argMax((toString(language), toString(device), toString(os), last_post_at, posts), version) AS latest
    FROM account_activity AS facts
    GLOBAL INNER JOIN (${followersSql}) AS followers ON facts.id = followers.id
    GROUP BY account, id
  )
  ARRAY JOIN [
    ('language', latest.1), ('device', latest.2), ('os', latest.3),
    ('activity', activity), ('posts', if(latest.5 > 0, 'known', ''))
  ] AS fact
  WHERE fact.2 != ''
  GROUP BY account, field, value
  ORDER BY account, field, value`

const sizesSql = `
  SELECT account, 'size' AS field, value, count() AS people
  FROM (
    SELECT
      followers.account AS account,
      followers.id AS id,
      argMax(profiles.followers, profiles.observed_at) AS size,
      multiIf(
        size < 0, '', size < 100, '0-99', size < 1000, '100-999', size < 10000, '1000-9999',
        size < 100000, '10000-99999', size < 1000000, '100000-999999', '1000000 and more'
      ) AS value
    FROM profiles
    GLOBAL INNER JOIN (${followersSql}) AS followers ON profiles.id = followers.id
    GROUP BY account, id
  )
  WHERE value != ''
  GROUP BY account, value
  ORDER BY account, value`

const Newest = Type.Object({ newest: Type.Integer() })

/** When the newest known post was written (ms, no later than `now`); 0 without posts. Activity is measured from here. */
export async function newestPostAt(warehouse: Warehouse, now: number): Promise<number> {
  const [row] = await warehouse.rows(
    Newest,
    'SELECT greatest(0, maxIf(last_post_at, last_post_at <= {now:Int64})) AS newest FROM account_activity',
    { now }
  )
  return row?.newest ?? 0
}
