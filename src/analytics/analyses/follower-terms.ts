import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type FollowerSample, followersSql, sampleParams } from './follower-sample.ts'

/** What followers write about, link to and whom they mention. */
export const termFields = ['top_domains', 'top_hashtags', 'top_mentions'] as const

const Row = Type.Object({
  account: Type.String(),
  field: Type.Enum([...termFields]),
  value: Type.String(),
  people: Type.Integer(),
  /** Values of this field that as many people share. */
  values: Type.Integer()
})
export type FollowerTerm = Static<typeof Row>

/**
 * The domains, hashtags (in lower case) and mentioned accounts of most followers, by account ('' = all together): people are
 * counted, not posts; the most frequent that at least `minPeople` share, ties in the order of the alphabet, up to a limit.
 */
export async function followerTerms(
  warehouse: Warehouse,
  sample: FollowerSample,
  { minPeople, limit }: { readonly minPeople: number; readonly limit: number }
): Promise<FollowerTerm[]> {
  return await warehouse.rows(Row, sql, { ...sampleParams(sample), min_people: minPeople, limit })
}

const sql = `
  SELECT account, field, value, people, count() OVER (PARTITION BY account, field) AS values
  FROM (
    SELECT followers.account AS account, terms.term.1 AS field, terms.term.2 AS value, uniqExact(terms.author) AS people
    FROM (
      SELECT DISTINCT author, arrayJoin(arrayConcat(
        arrayMap(domain -> ('top_domains', domain), domains),
        arrayMap(hashtag -> ('top_hashtags', lowerUTF8(hashtag)), hashtags),
        arrayMap(mention -> ('top_mentions', mention), mentions)
      )) AS term
      FROM posts
      WHERE author GLOBAL IN (SELECT id FROM (${followersSql}))
    ) AS terms
    GLOBAL INNER JOIN (${followersSql}) AS followers ON terms.author = followers.id
    WHERE value != ''
    GROUP BY account, field, value
    HAVING people >= {min_people:UInt32}
  )
  ORDER BY account, field, people DESC, value
  LIMIT {limit:UInt32} BY account, field`
