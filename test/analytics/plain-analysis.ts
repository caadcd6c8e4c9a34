import type {
  Analysis,
  AnalysisBlock,
  AnalysisRow,
  FreqDist,
  TimeSeries
} from '../../src/analytics/interactions/analysis.ts'
import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'

/** An interaction with the values of each target, in plain data. */
export type PlainInteraction = {
  readonly author: string
  readonly at: number
  readonly values: Readonly<Record<string, readonly string[]>>
}

type Counted = { readonly interactions: number; readonly unique_authors: number }

/** The same analysis in plain code, by the rules of docs/methods.md and docs/privacy.md. */
export function plainAnalysis(
  interactions: readonly PlainInteraction[],
  start: number,
  analysis: Analysis,
  privacy: Privacy = noPrivacy
) {
  const totals = countsOf(interactions)
  if (totals.unique_authors < privacy.minTotal) {
    const { analysis_type, parameters } = analysis
    return {
      interactions: 0,
      unique_authors: 0,
      analysis: { analysis_type, parameters, results: [], redacted: privacy.minTotal > 1 }
    }
  }
  return { ...rounded(totals, privacy), analysis: blockOf(interactions, start, analysis, privacy) }
}

function blockOf(
  interactions: readonly PlainInteraction[],
  start: number,
  analysis: Analysis,
  privacy: Privacy
): AnalysisBlock {
  const { analysis_type, parameters } = analysis
  const results =
    analysis.analysis_type === 'freqDist'
      ? valuesOf(interactions, start, analysis, privacy)
      : timesOf(interactions, start, analysis, privacy)
  return { analysis_type, parameters, results, redacted: false }
}

function valuesOf(
  interactions: readonly PlainInteraction[],
  start: number,
  { parameters, child }: FreqDist,
  privacy: Privacy
): AnalysisRow[] {
  const groups = new Map<string, PlainInteraction[]>()
  for (const interaction of interactions)
    for (const value of new Set(interaction.values[parameters.target]))
      if (value !== '') groups.set(value, [...(groups.get(value) ?? []), interaction])
  return [...groups]
    .map(([key, members]) => ({ key, members, exact: countsOf(members) }))
    .filter(({ exact }) => exact.unique_authors >= privacy.minAuthors)
    .map(({ key, members, exact }) => ({ key, ...rounded(exact, privacy), members }))
    .sort(
      (a, b) =>
        b.interactions - a.interactions ||
        b.unique_authors - a.unique_authors ||
        Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))
    )
    .slice(0, parameters.threshold)
    .map(({ members, ...row }) => (child ? { ...row, child: blockOf(members, start, child, privacy) } : row))
}

function timesOf(
  interactions: readonly PlainInteraction[],
  start: number,
  { parameters }: TimeSeries,
  privacy: Privacy
): AnalysisRow[] {
  const buckets: number[] = []
  const first = new Date(start * 1000)
  if (parameters.interval === 'minute') first.setUTCSeconds(0, 0)
  else if (parameters.interval === 'hour') first.setUTCMinutes(0, 0, 0)
  else first.setUTCHours(0, 0, 0, 0)
  if (parameters.interval === 'week') while (first.getUTCDay() !== 1) first.setUTCDate(first.getUTCDate() - 1)
  if (parameters.interval === 'month') first.setUTCDate(1)
  const latest = Math.max(...interactions.map(({ at }) => at), start)
  for (const next = first; next.getTime() / 1000 <= latest; advance(next, parameters))
    buckets.push(next.getTime() / 1000)
  return buckets
    .map((key, index) => ({
      key,
      exact: countsOf(interactions.filter(({ at }) => at >= key && at < (buckets[index + 1] ?? Infinity)))
    }))
    .filter(({ exact }) => exact.unique_authors >= Math.max(1, privacy.minAuthors))
    .map(({ key, exact }) => ({ key, ...rounded(exact, privacy) }))
}

function advance(time: Date, { interval, span }: TimeSeries['parameters']): void {
  if (interval === 'minute') time.setUTCMinutes(time.getUTCMinutes() + span)
  else if (interval === 'hour') time.setUTCHours(time.getUTCHours() + span)
  else if (interval === 'day') time.setUTCDate(time.getUTCDate() + span)
  else if (interval === 'week') time.setUTCDate(time.getUTCDate() + 7 * span)
  else time.setUTCMonth(time.getUTCMonth() + span)
}

function countsOf(interactions: readonly PlainInteraction[]): Counted {
  return { interactions: interactions.length, unique_authors: new Set(interactions.map(({ author }) => author)).size }
}

function rounded({ interactions, unique_authors }: Counted, { roundTo }: Privacy): Counted {
  const down = (count: number) => Math.floor(count / roundTo) * roundTo
  return { interactions: down(interactions), unique_authors: down(unique_authors) }
}
