import { InvalidRequest } from '../../../errors.ts'
import type { Strategy } from '../strategy.ts'
import { answerGroups, stepsToFindGroups } from './answer-groups.ts'
import { compareItems, stepsToCompare } from './compare-items.ts'
import { engagementRatio } from './engagement.ts'
import { groupCount, readQuestion } from './question.ts'
import { sortRows } from './sort-rows.ts'
import { analysesOf } from './spawn-analyses.ts'

/** A strategy that ranks the values of one target by how much more often an audience engages with them than others. */
export function defineTopStrategy(item: {
  readonly name: string
  readonly summary: string
  readonly target: string
  /** The member that holds the rows, and the member of a row that names it. */
  readonly rows: string
  readonly key: string
}): Strategy {
  const form = {
    name: item.name,
    sortFields: ['engagement_ratio', 'unique_authors', 'interactions'],
    mustCompare: true
  }
  return {
    name: item.name,
    version: 1,
    summary: item.summary,
    read(parameters, known) {
      if (!known.targets.find(item.target))
        throw new InvalidRequest(
          `${item.name} rests on the target ${item.target}, which is switched off on this server`
        )
      const question = readQuestion(parameters, form, known, () => undefined)
      const totalSteps = stepsToFindGroups(question) + groupCount(question) * stepsToCompare
      return {
        totalSteps,
        async run(context) {
          const analyses = analysesOf(context, question.period, totalSteps)
          return await answerGroups(question, known, analyses, stepsToCompare, async filter => {
            const { audience, items } = await compareItems(analyses, item.target, filter, question.comparison)
            const rows = items.map(({ key, interactions, engagement }) => ({
              [item.key]: key,
              interactions,
              unique_authors: engagement.authors,
              engagement_ratio: engagementRatio(engagement)
            }))
            return {
              redacted: rows.length === 0,
              interactions: audience.interactions,
              unique_authors: audience.unique_authors,
              [item.rows]: sortRows(rows, question.sortBy, [item.key])
            }
          })
        }
      }
    }
  }
}
