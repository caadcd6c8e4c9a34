import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type FollowerSample, followersSql } from './follower-sample.ts'

/** Inferred fields of which each follower has one value or none, told as shares. */
export const demographicFields = ['account_type', 'gender', 'birthyear'] as const
/** Inferred fields with many values, told as rankings. */
export const placeFields = ['top_continents', 'top_countries', 'top_global_metro_areas', 'top_us_metro_areas'] as const

const Row = Type.Object({
  account: Type.String(),
  field: Type.Enum([...demographicFields, ...placeFields]),
  value: Type.String(),
  people: Type.Integer()
})
export type FollowerDemographic = Static<typeof Row>

/** How many followers have each value of what enrichment says of them, by account ('' = all together); birth years by decade. */
export async function followerDemographics(
  warehouse: Warehouse,
  sample: FollowerSample
): Promise<FollowerDemographic[]> {
  return await warehouse.rows(Row, sql, sample.params)
}

const sql = `
  WITH intDiv(said.3, 10) * 10 AS decade
  SELECT account, fact.1 AS field, fact.2 AS value, count() AS people
  FROM (
    SELECT
      followers.account AS account,
      followers.id AS id,
      argMax(
        (
          toString(account_type), toString(gender), birthyear, toString(continent), toString(country),
          toString(global_metro_area), toString(us_metro_area)
        ),
        version
      ) AS said
    FROM enrichments FINAL -- Of two rows of one observation the one that was written last.
    GLOBAL INNER JOIN (${followersSql}) AS followers ON enrichments.id = followers.id
    GROUP BY account, id
  )
  ARRAY JOIN [
    ('account_type', said.1), ('gender', said.2),
    ('birthyear', if(decade = 0, '', concat(toString(decade), '-', toString(decade + 9)))),
    ('top_continents', said.4), ('top_countries', said.5),
    ('top_global_metro_areas', said.6), ('top_us_metro_areas', said.7)
  ] AS fact
  WHERE fact.2 != ''
  GROUP BY account, field, value
  ORDER BY account, field, people DESC, value`
