import { InvalidRequest } from '../../../errors.ts'
import { keywordConditions } from '../audiences/content.ts'
import { allOf } from '../audiences/csdl-text.ts'
import { checkName, quote, readObject } from '../audiences/read-members.ts'
import { readWords, type Words, wordsFilter } from '../audiences/read-words.ts'
import { readSelection, type Selection, selectionFilter, selectionMembers } from '../audiences/selection.ts'
import { readSortBy, sortRows } from '../audiences/sort-rows.ts'
import { type Analyses, analysesOf } from '../audiences/spawn-analyses.ts'
import { readPeriod } from '../audiences/window.ts'
import type { Strategy, StrategyKnowledge } from '../strategy.ts'

type Topic = { readonly name: string; readonly words: Words; readonly terms: readonly string[] }

type TermsQuestion = {
  readonly topics: readonly Topic[]
  readonly selection: Selection
  readonly period: number
  readonly sortBy: string
}

const mostTopics = 10
/** How many terms all topics may have together: each costs an analysis task. */
const mostTerms = 200
const members = [...selectionMembers, 'period', 'sort_by', 'topics']

const topTerms: Strategy = {
  name: 'top_terms',
  version: 1,
  summary: 'Which words and phrases of each topic are used most.',
  read(parameters, known) {
    const question = readTermsQuestion(parameters, known)
    const totalSteps = question.topics.reduce((sum, { terms }) => sum + terms.length, 0)
    return {
      totalSteps,
      async run(context) {
        const analyses = analysesOf(context, question.period, totalSteps)
        const common = selectionFilter(question.selection, known)
        const topics: [string, TopicAnswer][] = []
        for (const topic of question.topics)
          topics.push([topic.name, await countTerms(question, topic, common, analyses)])
        return {
          redacted: topics.every(([, topic]) => topic.redacted),
          topics: Object.fromEntries(topics),
          ...(analyses.isApproximate() && { approximate: true })
        }
      }
    }
  }
}
export default topTerms

function readTermsQuestion(parameters: unknown, known: StrategyKnowledge): TermsQuestion {
  const errors: string[] = []
  const given = readObject('parameters', parameters, members, errors)
  if (!given) throw new InvalidRequest(errors)
  const question = {
    topics: readTopics(given.topics, errors),
    selection: readSelection('', given, known, errors),
    period: readPeriod(given.period, errors),
    sortBy: readSortBy(given.sort_by, ['unique_authors', 'interactions'], 'unique_authors', errors)
  }
  if (errors.length > 0) throw new InvalidRequest(errors)
  return question
}

function readTopics(value: unknown, errors: string[]): readonly Topic[] {
  if (value === undefined) {
    errors.push(`Missing param 'topics'`)
    return []
  }
  const before = errors.length
  const given = Object.entries(readObject('topics', value, undefined, errors) ?? {})
  if (errors.length > before) return []
  if (given.length < 1 || given.length > mostTopics) errors.push(`topics must name from 1 to ${mostTopics} topics`)
  const topics = given.slice(0, mostTopics).map(([name, words]) => readTopic(name, words, errors))
  if (topics.reduce((sum, { terms }) => sum + terms.length, 0) > mostTerms)
    errors.push(`topics must have at most ${mostTerms} words and phrases under any and all, together`)
  return topics
}

function readTopic(name: string, value: unknown, errors: string[]): Topic {
  const path = `topics.${quote(name)}`
  checkName('topic', name, errors)
  const before = errors.length
  const words = readWords(path, value, 'words or phrases', errors)
  const terms = [...new Set([...words.any, ...words.all])]
  if (errors.length === before && terms.length === 0)
    errors.push(`${path} must have words or phrases under any or all: those under none are not counted`)
  return { name, words, terms }
}

type TopicAnswer = { readonly redacted: boolean; readonly terms: readonly unknown[] }

async function countTerms(
  { period, sortBy }: TermsQuestion,
  { words, terms }: Topic,
  common: string,
  analyses: Analyses
): Promise<TopicAnswer> {
  const rows = []
  for (const term of terms) {
    const filter = allOf([common, wordsFilter(words, keywordConditions), keywordConditions.anyOf([term])])
    // Of the counts only the whole is needed; a series of one bucket needs no target.
    const whole = { analysis_type: 'timeSeries', parameters: { interval: 'day', span: period } } as const
    const { interactions, unique_authors, analysis } = await analyses.count('Term', filter, whole)
    if (!analysis.redacted && unique_authors > 0) rows.push({ term, interactions, unique_authors })
  }
  return { redacted: rows.length === 0, terms: sortRows(rows, sortBy, ['term']) }
}
