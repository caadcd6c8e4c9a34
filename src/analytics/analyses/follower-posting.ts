import { type Static, Type } from 'typebox'
import { sentiments } from '../../model/traits.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { type FollowerSample, followersSql } from './follower-sample.ts'

const Sentiment = Type.Object({
  account: Type.String(),
  value: Type.Enum([...sentiments]),
  /** The sum over people of the part of their posts that has this sentiment. */
  share: Type.Number(),
  /** People with at least one such post. */
  people: Type.Integer(),
  /** People with any post whose sentiment is known. */
  n: Type.Integer()
})
export type FollowerSentiment = Static<typeof Sentiment>

/** The sentiment of followers' posts by account ('' = all together); each person counts once, however much they post. */
export async function followerSentiment(warehouse: Warehouse, sample: FollowerSample): Promise<FollowerSentiment[]> {
  return await warehouse.rows(Sentiment, sentimentSql, sample.params)
}

const sentimentSql = `
  SELECT
    account, fact.1 AS value, round(sum(fact.2 / total), 6) AS share, countIf(fact.2 > 0) AS people, count() AS n
  FROM (
    SELECT
      followers.account AS account,
      followers.id AS id,
      argMax((positive_posts, negative_posts, neutral_posts), version) AS posts,
      posts.1 + posts.2 + posts.3 AS total
    FROM account_activity AS facts
    GLOBAL INNER JOIN (${followersSql}) AS followers ON facts.id = followers.id
    GROUP BY account, id
  )
  ARRAY JOIN [('positive', posts.1), ('negative', posts.2), ('neutral', posts.3)] AS fact
  WHERE total > 0
  GROUP BY account, value
  ORDER BY account, value`

const Spam = Type.Object({ account: Type.String(), people: Type.Integer(), n: Type.Integer() })
export type FollowerSpam = Static<typeof Spam>

/** How many of the followers of whom a profile or posts are known look like spam, by account ('' = all together). */
export async function followerSpam(warehouse: Warehouse, sample: FollowerSample): Promise<FollowerSpam[]> {
  return await warehouse.rows(Spam, spamSql, sample.params)
}

/** Of facts of an account: a fifth of five posts or more are spam. The same rule stands in compose-profile.ts. */
const spamSql = `
  SELECT followers.account AS account, countIf(spam.is_spam) AS people, count() AS n
  FROM (
    SELECT id, max(is_spam) AS is_spam
    FROM (
      SELECT id, argMax(spam, version) > 0 AS is_spam
      FROM enrichments FINAL WHERE id GLOBAL IN (SELECT id FROM (${followersSql})) GROUP BY id
      UNION ALL
      SELECT id, argMax(posts >= 5 AND spam_posts * 5 >= posts, version) AS is_spam
      FROM account_activity WHERE id GLOBAL IN (SELECT id FROM (${followersSql})) AND posts > 0 GROUP BY id
    )
    GROUP BY id
  ) AS spam
  GLOBAL INNER JOIN (${followersSql}) AS followers ON spam.id = followers.id
  GROUP BY account
  ORDER BY account`
