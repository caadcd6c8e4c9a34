import { type Static, Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

const Totals = Type.Object({
  id: Type.String(),
  posts: Type.Integer(),
  first_post_at: Type.Integer(),
  last_post_at: Type.Integer(),
  with_language: Type.Integer(),
  with_device: Type.Integer(),
  with_os: Type.Integer(),
  with_sentiment: Type.Integer(),
  spam_posts: Type.Integer(),
  adult_posts: Type.Integer(),
  interestingness: Type.Number()
})

const longestList = 20

const Value = Type.Object({
  id: Type.String(),
  field: Type.Enum(['language', 'device', 'os', 'domain', 'hashtag', 'mention', 'sentiment', 'interest']),
  value: Type.String(),
  posts: Type.Integer()
})

/** What the known posts of one account say; times in ms. */
export type PostHabits = Static<typeof Totals> & {
  /** By field, the values with the number of posts that have them: at most 20, most frequent first, ties by value. */
  readonly values: { readonly [field in Static<typeof Value>['field']]: readonly { value: string; posts: number }[] }
}

/** How each of the accounts posts, by id; accounts without a known post are left out. */
export async function postHabits(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<Map<string, PostHabits>> {
  const [totals, values] = await Promise.all([
    warehouse.rows(Totals, totalsSql, { ids }),
    warehouse.rows(Value, valuesSql, { ids })
  ])
  const habits = new Map(totals.map(total => [total.id, { ...total, values: emptyLists() }]))
  for (const { id, field, value, posts } of values) {
    const list = habits.get(id)?.values[field]
    // There are 50 interests, each of which has its share; the others are lists of the most frequent.
    if (list && (field === 'interest' || list.length < longestList)) list.push({ value, posts })
  }
  return habits
}

type Lists = Record<Static<typeof Value>['field'], { value: string; posts: number }[]>

function emptyLists(): Lists {
  return { language: [], device: [], os: [], domain: [], hashtag: [], mention: [], sentiment: [], interest: [] }
}

// Distinct posts: one that was imported twice is two rows until a merge.
const totalsSql = `
  SELECT
    author AS id,
    uniqExact(posts.id) AS posts,
    min(created_at) AS first_post_at,
    max(created_at) AS last_post_at,
    uniqExactIf(posts.id, language != '') AS with_language,
    uniqExactIf(posts.id, device != '') AS with_device,
    uniqExactIf(posts.id, os != '') AS with_os,
    uniqExactIf(posts.id, sentiment != '') AS with_sentiment,
    uniqExactIf(posts.id, spam > 0) AS spam_posts,
    uniqExactIf(posts.id, adult > 0) AS adult_posts,
    round(avg(toFloat64(interestingness)), 4) AS interestingness
  FROM posts FINAL
  WHERE author IN {ids:Array(String)}
  GROUP BY author`

const valuesSql = `
  SELECT author AS id, fact.1 AS field, fact.2 AS value, uniqExact(posts.id) AS posts
  FROM posts FINAL
  ARRAY JOIN arrayConcat(
    [
      ('language', toString(language)), ('device', toString(device)), ('os', toString(os)),
      ('sentiment', toString(sentiment))
    ],
    arrayMap(interest -> ('interest', toString(interest)), interests),
    arrayMap(domain -> ('domain', domain), domains),
    arrayMap(hashtag -> ('hashtag', lowerUTF8(hashtag)), hashtags),
    arrayMap(mention -> ('mention', mention), mentions)
  ) AS fact
  WHERE author IN {ids:Array(String)} AND fact.2 != ''
  GROUP BY author, field, value
  ORDER BY id, field, posts DESC, value
  LIMIT 50 BY id, field`
