import { type Answer, answerGroups, stepsToFindGroups } from '../audiences/answer-groups.ts'
import { compareItems, stepsToCompare } from '../audiences/compare-items.ts'
import { conceptKindsOf } from '../audiences/content.ts'
import { engagementRatio, relevance } from '../audiences/engagement.ts'
import { groupCount, type Question, readQuestion } from '../audiences/question.ts'
import { sortRows } from '../audiences/sort-rows.ts'
import { type Analyses, analysesOf } from '../audiences/spawn-analyses.ts'
import type { Strategy, StrategyKnowledge } from '../strategy.ts'

const form = {
  name: 'top_concepts',
  sortFields: ['engagement_ratio', 'unique_authors', 'interactions', 'relevance'],
  mustCompare: true
}

const topConcepts: Strategy = {
  name: form.name,
  version: 1,
  summary: 'Which concepts, hashtags and interests, an audience engages with, and how much more often than others.',
  read(parameters, known) {
    const question = readQuestion(parameters, form, known, () => undefined)
    const stepsEach = conceptKindsOf(known.targets).length * stepsToCompare
    const totalSteps = stepsToFindGroups(question) + groupCount(question) * stepsEach
    return {
      totalSteps,
      async run(context) {
        const analyses = analysesOf(context, question.period, totalSteps)
        const answer = (filter: string) => answerConcepts(question, known, analyses, filter)
        return await answerGroups(question, known, analyses, stepsEach, answer)
      }
    }
  }
}
export default topConcepts

async function answerConcepts(
  question: Question,
  known: StrategyKnowledge,
  analyses: Analyses,
  filter: string
): Promise<Answer> {
  const found = []
  for (const { type, target } of conceptKindsOf(known.targets))
    found.push({ type, ...(await compareItems(analyses, target, filter, question.comparison)) })
  const rows = found.flatMap(({ type, items }) =>
    items.map(({ key, interactions, engagement }) => ({
      concept_type: type,
      concept_name: key,
      interactions,
      unique_authors: engagement.authors,
      engagement_ratio: engagementRatio(engagement),
      relevance: relevance(engagement, question.comparison === '')
    }))
  )
  // Every kind was asked about the same audience.
  const { interactions = 0, unique_authors = 0 } = found[0]?.audience ?? {}
  return {
    redacted: rows.length === 0,
    interactions,
    unique_authors,
    concepts: sortRows(rows, question.sortBy, ['concept_type', 'concept_name'])
  }
}
