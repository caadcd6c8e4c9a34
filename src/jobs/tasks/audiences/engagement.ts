import { logOddsZ } from '../../../analytics/log-odds-z.ts'
import { roundTo } from '../../../analytics/round-to.ts'

/** How many people of how many, in the audience and in what it is compared to; undefined where an analysis does not say. */
export type Engagement = {
  readonly authors: number
  readonly of: number
  readonly comparedAuthors: number | undefined
  readonly comparedOf: number
}

/** How much more often the audience has it than those it is compared to (docs/methods.md); null where that is not known. */
export function engagementRatio({ authors, of, comparedAuthors, comparedOf }: Engagement): number | null {
  if (!comparedAuthors || comparedOf === 0 || of === 0) return null
  return roundTo(authors / of / (comparedAuthors / comparedOf), 4)
}

/** How sure it is that the audience has it more often, in standard errors; everybody else is what an audience within all is compared to. */
export function relevance(
  { authors, of, comparedAuthors, comparedOf }: Engagement,
  isAudienceWithin: boolean
): number | null {
  if (comparedAuthors === undefined) return null
  const others = isAudienceWithin ? Math.max(0, comparedAuthors - authors) : comparedAuthors
  const ofOthers = isAudienceWithin ? Math.max(0, comparedOf - of) : comparedOf
  return roundTo(logOddsZ(authors, of, others, ofOthers), 4)
}
