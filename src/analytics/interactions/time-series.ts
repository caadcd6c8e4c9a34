import Type from 'typebox'
import { publishSql } from '../privacy.ts'
import type { AnalysisBlock, AnalysisQuestion, TimeSeries } from './analysis.ts'
import type { Level } from './count.ts'
import { distinctAuthorsSql } from './distinct-authors.ts'
import { openScope, scopeText } from './scope.ts'

const Row = Type.Object({ bucket: Type.Integer(), interactions: Type.Integer(), unique_authors: Type.Integer() })

/** How many interactions there are in each bucket of a window, in ascending order; those that privacy hides are left out. */
export async function countTimes(question: AnalysisQuestion, analysis: TimeSeries, how: Level): Promise<AnalysisBlock> {
  const { targets, privacy, ask, distinct, bySet } = how
  const scope = openScope(question, targets, [], bySet)
  const buckets = bucketsOf(question.start, analysis.parameters)
  scope.values.add(buckets.params)
  const { interval, span } = analysis.parameters
  const exact = {
    interactions: 'counted',
    authors: 'authors',
    point: `concat(${scope.values.bind(`${interval} ${span} `, 'String')}, toString(bucket))`
  }
  const told = publishSql(exact, privacy.minAuthors, privacy, scopeText(question), scope.values)
  const rows = await ask(
    Row,
    `
    SELECT bucket, ${told.interactions} AS interactions, ${told.unique_authors} AS unique_authors
    FROM (
      SELECT ${buckets.sql} AS bucket, count() AS counted, ${distinctAuthorsSql[distinct]} AS authors
      FROM ${scope.from}
      WHERE ${scope.where}
      GROUP BY bucket
    )
    WHERE ${told.isShown}
    ORDER BY bucket`,
    scope.values
  )
  return {
    ...analysis,
    results: rows.map(({ bucket, ...counts }) => ({ key: buckets.startOf(bucket), ...counts })),
    redacted: false
  }
}

type Buckets = {
  /** A bucket's number, from 0. */
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
  /** Its start in unix seconds. */
  startOf(bucket: number): number
}

const secondsOf = { minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const
// 1970 began on a Thursday; weeks begin on Monday.
const firstMondayS = 4 * 86_400
// No window is longer: a larger span is one bucket all the same, and no number overflows.
const longestSpan = 10_000

/** Buckets begin at the last boundary of the interval, in UTC, at or before the start of the window. */
function bucketsOf(start: number, { interval, span }: TimeSeries['parameters']): Buckets {
  const wide = Math.min(span, longestSpan)
  if (interval === 'month') return monthBuckets(start, wide)
  const first = alignedStart(start, interval)
  const lengthS = secondsOf[interval] * wide
  return {
    sql: 'intDiv(post.created_at - {first_bucket:Int64} * 1000, {bucket_seconds:Int64} * 1000)',
    params: { first_bucket: first, bucket_seconds: lengthS },
    startOf: bucket => first + bucket * lengthS
  }
}

function alignedStart(start: number, interval: keyof typeof secondsOf): number {
  const seconds = secondsOf[interval]
  const offset = interval === 'week' ? firstMondayS : 0
  return Math.floor((start - offset) / seconds) * seconds + offset
}

function monthBuckets(start: number, span: number): Buckets {
  const first = new Date(start * 1000)
  const firstMonth = first.getUTCFullYear() * 12 + first.getUTCMonth()
  return {
    sql: `intDiv(toInt32(toYear(${timeSql})) * 12 + toMonth(${timeSql}) - 1 - {first_month:Int32}, {month_span:Int32})`,
    params: { first_month: firstMonth, month_span: span },
    startOf: bucket => Date.UTC(1970, firstMonth + bucket * span - 1970 * 12) / 1000
  }
}

const timeSql = `fromUnixTimestamp64Milli(post.created_at, 'UTC')`
