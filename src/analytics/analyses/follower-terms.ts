import { type Static, Type } from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type BoundValues, boundValues } from '../bound-values.ts'
import { type Privacy, publishSql } from '../privacy.ts'
import { type FollowerSample, followersSql } from './follower-sample.ts'

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

type TermQuestion = {
  readonly privacy: Privacy
  /** The accounts asked about, and '', each with what names its followers in the words of privacy.ts. */
  readonly subjects: ReadonlyMap<string, string>
  /** Length of each list. */
  readonly limit: number
}

/**
 * The domains, hashtags (in lower case) and mentioned accounts of most followers, by account ('' = all together): people are
 * counted, not posts, and rounded; ties in the order of the alphabet, up to a limit. Only those that may be told.
 */
export async function followerTerms(
  warehouse: Warehouse,
  sample: FollowerSample,
  { privacy, subjects, limit }: TermQuestion
): Promise<FollowerTerm[]> {
  const values = boundValues()
  const exact = { interactions: 'exact_people', authors: 'exact_people', point: pointSql(subjects, values) }
  const told = publishSql(exact, privacy.minAuthors, privacy, 'followers', values)
  const sql = rankedSql(told.unique_authors)
  return await warehouse.rows(Row, sql, { ...sample.params, ...values.params, limit })
}

function pointSql(subjects: ReadonlyMap<string, string>, values: BoundValues): string {
  const accounts = values.bind([...subjects.keys()], 'Array(String)')
  const names = values.bind([...subjects.values()], 'Array(String)')
  return `concat(transform(account, ${accounts}, ${names}, ''), ' ', field, ' ', value)`
}

const countedSql = `
  SELECT followers.account AS account, terms.term.1 AS field, terms.term.2 AS value, uniqExact(terms.author) AS exact_people
  FROM (
    SELECT DISTINCT author, arrayJoin(arrayConcat(
      arrayMap(domain -> ('top_domains', domain), domains),
      arrayMap(hashtag -> ('top_hashtags', lowerUTF8(hashtag)), hashtags),
      arrayMap(mention -> ('top_mentions', mention), mentions)
    )) AS term
    FROM posts FINAL -- Of a post that was enriched anew only what is said now counts.
    WHERE author GLOBAL IN (SELECT id FROM (${followersSql}))
  ) AS terms
  GLOBAL INNER JOIN (${followersSql}) AS followers ON terms.author = followers.id
  WHERE value != ''
  GROUP BY account, field, value`

// Ordered and cut by what is told, not by what is counted.
const rankedSql = (told: string) => `
  SELECT account, field, value, people, count() OVER (PARTITION BY account, field) AS values
  FROM (SELECT account, field, value, ${told} AS people FROM (${countedSql}))
  WHERE people > 0
  ORDER BY account, field, people DESC, value
  LIMIT {limit:UInt32} BY account, field`
