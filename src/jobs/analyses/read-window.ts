import type { Analysis } from '../../analytics/interactions/analysis.ts'
import { InvalidRequest } from '../../errors.ts'
import type { JsonObject } from '../../json-object.ts'
import type { TaskSource } from '../tasks/task-source.ts'
import { analysisLimits, longestPeriod, oldestStart } from './analysis-limits.ts'
import { readInteger } from './read-number.ts'

/** Unix seconds, end exclusive. */
export type Window = { readonly start: number; readonly end: number }

const time = {
  min: 0,
  max: analysisLimits.time,
  what: 'a unix timestamp'
} as const

/**
 * The window that is asked for, or the default one, cut to what there is: to "now", so that the same question is the same one until
 * data arrive, and to the recording's own times. Throws InvalidRequest.
 */
export function readWindow(parameters: JsonObject, analysis: Analysis, source: TaskSource): Window {
  const start = readInteger('start', parameters.start, time)
  const askedEnd = readInteger('end', parameters.end, time)
  const end = Math.min(askedEnd ?? source.now, source.now)
  if (start === undefined) return cutTo(source, { start: defaultStart(askedEnd ?? source.now, analysis, source), end })
  checkStart(start, askedEnd, source)
  checkPeriod({ start, end }, analysis)
  return cutTo(source, { start, end })
}

function checkStart(start: number, end: number | undefined, { service, now }: TaskSource): void {
  if (end !== undefined && start >= end)
    throw new InvalidRequest('The start parameter must be before the end parameter')
  if (end === undefined && start >= now)
    throw new InvalidRequest(`The start parameter must be before the end of the data, ${now}`)
  const days = oldestStart[service]
  // The original's sentence.
  if (start < oldest(service, now))
    throw new InvalidRequest(`Invalid Start Time ${start}. Start time can not be older than ${days} days.`)
}

// Data expire at midnight, UTC: until then those of the whole oldest day are there.
function oldest(service: TaskSource['service'], now: number): number {
  const days = oldestStart[service]
  return days === undefined ? 0 : (Math.floor(now / dayS) - days) * dayS
}

const dayS = 86_400

function checkPeriod({ start, end }: Window, analysis: Analysis): void {
  if (analysis.analysis_type === 'freqDist') return
  const { interval } = analysis.parameters
  if (end - start > analysisLimits.period[interval])
    throw new InvalidRequest(
      `The start parameter must be at most ${longestPeriod[interval]} before the end for interval ${interval}`
    )
}

function defaultStart(end: number, analysis: Analysis, { service, now }: TaskSource): number {
  const period =
    analysis.analysis_type === 'freqDist'
      ? analysisLimits.freqDistPeriod
      : analysisLimits.period[analysis.parameters.interval]
  return Math.max(0, end - period, oldest(service, now))
}

/** An empty window where nothing is left: never one that ends before it starts. */
function cutTo({ from, to }: TaskSource, window: Window): Window {
  const end = Math.min(window.end, to ?? window.end)
  return { start: Math.min(Math.max(window.start, from), end), end }
}
