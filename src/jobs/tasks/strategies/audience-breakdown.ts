import type { AnalysisResult } from '../../../analytics/interactions/analysis.ts'
import { type Answer, answerGroups, stepsToFindGroups } from '../audiences/answer-groups.ts'
import { type Dimension, dimensionsOf } from '../audiences/dimensions.ts'
import { engagementRatio } from '../audiences/engagement.ts'
import { groupCount, type Question, readQuestion } from '../audiences/question.ts'
import { readDimension } from '../audiences/read-audience.ts'
import { sortRows } from '../audiences/sort-rows.ts'
import { type Analyses, analysesOf } from '../audiences/spawn-analyses.ts'
import type { Strategy, StrategyKnowledge } from '../strategy.ts'

/** A dimension, under the name by which it was asked for: answers use the same. */
type Asked = { readonly name: string; readonly dimension: Dimension }

/** How many dimensions one breakdown may have. */
const mostDimensions = 5

const form = {
  name: 'audience_breakdown',
  sortFields: ['engagement_ratio', 'unique_authors', 'interactions', 'active_audience'],
  mustCompare: false,
  ownMembers: ['dimensions']
}

const audienceBreakdown: Strategy = {
  name: form.name,
  version: 1,
  summary:
    'Who an audience is: its segments, how much more often they engage than others, and how many are active at all.',
  read(parameters, known) {
    const question = readQuestion(parameters, form, known, (members, errors) =>
      readDimensions(members.dimensions, known, errors)
    )
    const asked = question.own
    const totalSteps = stepsToFindGroups(question) + (groupCount(question) + 1) * asked.length
    return {
      totalSteps,
      async run(context) {
        const analyses = analysesOf(context, question.period, totalSteps)
        const baselines = remembered(({ target }) => analyses.values('Baseline', question.comparison, target))
        const answer = (filter: string) => breakDown(question, asked, analyses, baselines.of, filter)
        const result = await answerGroups(question, known, analyses, asked.length, answer)
        await analyses.skip(asked.length - baselines.count())
        return result
      }
    }
  }
}
export default audienceBreakdown

function readDimensions(value: unknown, known: StrategyKnowledge, errors: string[]): readonly Asked[] {
  if (value === undefined) return defaultDimensions(known)
  if (!Array.isArray(value) || value.length < 1 || value.length > mostDimensions) {
    errors.push(`dimensions must be a list of 1 to ${mostDimensions} dimensions`)
    return []
  }
  const asked = value.flatMap(name => {
    const dimension = readDimension('dimensions', name, known, errors)
    return dimension ? [{ name: String(name), dimension }] : []
  })
  if (new Set(asked.map(({ dimension }) => dimension)).size < asked.length)
    errors.push('dimensions must name each dimension once')
  return asked
}

// What members of LinkedIn were asked about first; other networks do not know seniorities and functions.
function defaultDimensions({ service, targets }: StrategyKnowledge): readonly Asked[] {
  const ofWork = ['seniority', 'function']
  const wanted = [...(service === 'linkedin' ? ofWork : []), 'country', 'gender', 'age', 'account_type', 'metro_area']
  return dimensionsOf(targets)
    .filter(({ segment }) => wanted.includes(segment))
    .toSorted((one, other) => wanted.indexOf(one.segment) - wanted.indexOf(other.segment))
    .slice(0, mostDimensions)
    .map(dimension => {
      // The original's toolkit looks for country, gender, age and metro_area, but for seniorities and functions.
      const name = ofWork.includes(dimension.segment) ? dimension.name : dimension.segment
      return { name, dimension }
    })
}

/** Asks once for each dimension, however many groups compare to it. */
function remembered(ask: (dimension: Dimension) => Promise<AnalysisResult>) {
  const answers = new Map<Dimension, Promise<AnalysisResult>>()
  const of = (dimension: Dimension) => {
    const answer = answers.get(dimension) ?? ask(dimension)
    answers.set(dimension, answer)
    return answer
  }
  return { of, count: () => answers.size }
}

async function breakDown(
  question: Question,
  asked: readonly Asked[],
  analyses: Analyses,
  baselineOf: (dimension: Dimension) => Promise<AnalysisResult>,
  filter: string
): Promise<Answer> {
  const parts: [string, Answer][] = []
  for (const { name, dimension } of asked) {
    const audience = await analyses.values('Audience', filter, dimension.target)
    // Too small to be told anything of: every other dimension would say the same.
    if (audience.analysis.redacted) {
      await analyses.skip(asked.length - parts.length - 1)
      return { redacted: true }
    }
    const isEmpty = audience.analysis.results.length === 0
    parts.push([name, segmentsOf(question, dimension, audience, isEmpty ? undefined : await baselineOf(dimension))])
  }
  return { redacted: parts.every(([, part]) => part.redacted), ...Object.fromEntries(parts) }
}

function segmentsOf(
  { sortBy }: Question,
  { segment }: Dimension,
  audience: AnalysisResult,
  baseline: AnalysisResult | undefined
): Answer {
  const active = new Map(baseline?.analysis.results.map(({ key, unique_authors }) => [key, unique_authors]))
  const rows = audience.analysis.results.map(({ key, interactions, unique_authors }) => ({
    [segment]: key,
    interactions,
    unique_authors,
    engagement_ratio: engagementRatio({
      authors: unique_authors,
      of: audience.unique_authors,
      comparedAuthors: active.get(key),
      comparedOf: baseline?.unique_authors ?? 0
    }),
    active_audience: active.get(key) ?? null
  }))
  return {
    redacted: rows.length === 0,
    interactions: audience.interactions,
    unique_authors: audience.unique_authors,
    segments: sortRows(rows, sortBy, [segment])
  }
}
