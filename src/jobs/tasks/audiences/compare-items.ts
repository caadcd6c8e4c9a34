import type { AnalysisResult } from '../../../analytics/interactions/analysis.ts'
import { allOf, isOneOf, isWritable } from './csdl-text.ts'
import type { Engagement } from './engagement.ts'
import type { Analyses } from './spawn-analyses.ts'

/** How many analyses compare the items of one target. */
export const stepsToCompare = 3

/** What an audience engages with, one item a row, beside how often those it is compared to do. */
type ComparedItem = {
  readonly key: string
  readonly interactions: number
  readonly engagement: Engagement
}

/**
 * The most frequent values of a target among the audience, then the same values and everybody among the others. An audience
 * of which nothing can be told is not compared.
 */
export async function compareItems(
  analyses: Analyses,
  target: string,
  audience: string,
  comparison: string
): Promise<{ readonly audience: AnalysisResult; readonly items: readonly ComparedItem[] }> {
  const found = await analyses.values('Audience', audience, target)
  const rows = found.analysis.results.filter(({ key }) => isWritable(String(key)))
  if (rows.length === 0) {
    await analyses.skip(stepsToCompare - 1)
    return { audience: found, items: [] }
  }
  const keys = rows.map(({ key }) => String(key))
  const [baseline, total] = await Promise.all([
    analyses.values('Baseline', allOf([isOneOf(target, keys), comparison]), target),
    analyses.values('Baseline total count', comparison, target)
  ])
  const compared = new Map(baseline.analysis.results.map(row => [String(row.key), row.unique_authors]))
  return {
    audience: found,
    items: rows.map(({ key, interactions, unique_authors }) => ({
      key: String(key),
      interactions,
      engagement: {
        authors: unique_authors,
        of: found.unique_authors,
        comparedAuthors: compared.get(String(key)),
        comparedOf: total.unique_authors
      }
    }))
  }
}
