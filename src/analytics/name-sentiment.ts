import type { Confusion } from '../model/confusion.ts'
import type { FollowerSentiment } from './analyses/follower-posting.ts'
import { type LookedAt, type NamedValues, sharesOf } from './name-values.ts'
import type { ToldPeople } from './told-people.ts'

/**
 * The mean of people's shares of posts by sentiment, corrected by the confusion of the model. The people of a sentiment are those
 * with at least one such post.
 */
export function nameSentiment(
  rows: readonly FollowerSentiment[],
  lookedAt: LookedAt,
  told: ToldPeople,
  confusion: Confusion
): NamedValues {
  const counts = rows.map(({ value, people, share }) => ({
    value,
    people: told.parts('sentiment', value, { people, sum: share })
  }))
  const of = told.withAny('sentiment', rows[0]?.n ?? 0)
  return sharesOf(counts, { of, lookedAt, mostLost: told.mostLost }, confusion)
}
