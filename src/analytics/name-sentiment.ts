import type { Confusion } from '../model/confusion.ts'
import type { FieldCoverage } from '../model/field-aggregation.ts'
import type { FollowerSentiment } from './analyses/follower-posting.ts'
import { correctShares } from './correct-shares.ts'
import { isSampled, type LookedAt, withoutRareValues } from './name-values.ts'
import type { AudiencePrivacy as Privacy } from './privacy.ts'
import { roundTo } from './round-to.ts'

/**
 * The mean of people's shares of posts by sentiment, corrected by the confusion of the model; said by the rules of `privacy`, where
 * the people of a sentiment are those with at least one such post.
 */
export function nameSentiment(
  rows: readonly FollowerSentiment[],
  lookedAt: LookedAt,
  privacy: Privacy,
  confusion: Confusion
): { readonly shares: Record<string, number>; readonly coverage: FieldCoverage } {
  const n = rows[0]?.n ?? 0
  const of = lookedAt.people
  if (n < privacy.minAudience) return { shares: {}, coverage: { of, redacted: true } }
  const said = confusion.classes.map(value => rows.find(row => row.value === value)?.share ?? 0)
  const lookedAtShare = isSampled(lookedAt) ? lookedAt.people / lookedAt.population : 1
  const { shares, intervals } = correctShares({ counts: said, lookedAt: lookedAtShare }, confusion)
  const named = new Set(withoutRareValues(rows, privacy.minCell).map(row => row.value as string))
  const kept = confusion.classes.flatMap((value, at) => (named.has(value) ? [[value, at] as const] : []))
  const unnamed = 1 - kept.reduce((sum, [, at]) => sum + (shares[at] ?? 0), 0)
  return {
    shares: Object.fromEntries(kept.map(([value, at]) => [value, roundTo(shares[at] ?? 0, 6)])),
    coverage: {
      n,
      of,
      redacted: false,
      corrected: true,
      ...(kept.length < confusion.classes.length && unnamed > 0 && { unnamed: roundTo(unnamed, 6) }),
      interval: Object.fromEntries(
        kept.map(([value, at]) => {
          const [low = 0, high = 1] = intervals[at] ?? []
          return [value, [roundTo(low, 6), roundTo(high, 6)]]
        })
      )
    }
  }
}
