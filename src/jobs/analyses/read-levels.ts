import { type Analysis, type FreqDist, intervals, type TimeSeries } from '../../analytics/interactions/analysis.ts'
import type { Target, Targets } from '../../analytics/targets/target.ts'
import { nearestNames } from '../../analytics/targets/targets.ts'
import { InvalidRequest } from '../../errors.ts'
import { isObject, type JsonObject } from '../../json-object.ts'
import { analysisLimits } from './analysis-limits.ts'
import { readInteger } from './read-number.ts'

/** An analysis with its defaults filled in. Members that it does not know are passed over: clients send them. Throws InvalidRequest. */
export function readLevels(value: unknown, targets: Targets): Analysis {
  const analysis = objectOf('parameters', value)
  switch (typeOf(analysis, ['freqDist', 'timeSeries'])) {
    case 'freqDist': {
      const read = readFreqDist(analysis, targets, 1)
      checkProduct(read)
      return read
    }
    default:
      if (isThere(analysis.child)) throw new InvalidRequest('The child parameter must not be given under a timeSeries')
      return readTimeSeries(analysis)
  }
}

function readFreqDist(analysis: JsonObject, targets: Targets, level: number): FreqDist {
  const parameters = objectOf('parameters', analysis.parameters)
  const target = readTarget(parameters.target, targets)
  const threshold = readInteger('threshold', parameters.threshold, {
    min: 1,
    max: analysisLimits.threshold,
    what: `an integer from 1 to ${analysisLimits.threshold}`
  })
  const own = {
    analysis_type: 'freqDist',
    parameters: { target: target.name, threshold: threshold ?? analysisLimits.threshold }
  } as const
  // The Java client sends null, and puts one beside the target as well.
  if (!isThere(analysis.child)) return own
  if (level === analysisLimits.levels)
    throw new InvalidRequest(`The child parameter must not be nested deeper than ${analysisLimits.levels} levels`)
  const child = objectOf('child', analysis.child)
  typeOf(child, ['freqDist'])
  return { ...own, child: readFreqDist(child, targets, level + 1) }
}

function readTimeSeries(analysis: JsonObject): TimeSeries {
  // One of the original's examples has no parameters.
  const parameters = isThere(analysis.parameters) ? objectOf('parameters', analysis.parameters) : {}
  const interval = parameters.interval ?? 'day'
  if (!isOneOf(interval, intervals)) throw invalid('interval', intervals)
  const what = 'an integer greater than zero'
  const span = readInteger('span', parameters.span, { min: 1, max: Number.MAX_SAFE_INTEGER, what })
  return { analysis_type: 'timeSeries', parameters: { interval, span: span ?? 1 } }
}

function readTarget(name: unknown, targets: Targets): Target {
  if (!isThere(name)) throw new InvalidRequest("Missing param 'target'")
  if (typeof name !== 'string') throw new InvalidRequest('The target parameter must be a string')
  const target = targets.find(name.toLowerCase())
  if (target?.isAnalysable) return target
  const analysable = targets.all.filter(known => known.isAnalysable)
  const nearest = nearestNames({ ...targets, all: analysable }, name.toLowerCase()).join(',')
  throw new InvalidRequest(`The target parameter must be a target that can be analysed; the nearest are: ${nearest}`)
}

function checkProduct(analysis: FreqDist): void {
  let product = 1
  let hasSkills = false
  for (let level: FreqDist | undefined = analysis; level; level = level.child) {
    product *= level.parameters.threshold
    hasSkills ||= level.parameters.target.endsWith('.skills')
  }
  const most = hasSkills ? analysisLimits.thresholdProductOfSkills : analysisLimits.thresholdProduct
  if (product > most)
    throw new InvalidRequest(
      `The threshold parameter must be lower: those of all levels multiplied are ${product}, and may be ${most}${hasSkills ? ' with skills' : ''}`
    )
}

function typeOf<Word extends string>(analysis: JsonObject, words: readonly Word[]): Word {
  const { analysis_type } = analysis
  if (!isThere(analysis_type)) throw new InvalidRequest("Missing param 'analysis_type'")
  if (!isOneOf(analysis_type, words)) throw invalid('analysis_type', words)
  return analysis_type
}

/** Throws InvalidRequest. */
export function objectOf(name: string, value: unknown): JsonObject {
  if (!isThere(value)) throw new InvalidRequest(`Missing param '${name}'`)
  if (!isObject(value)) throw new InvalidRequest(`The ${name} parameter must be an object`)
  return value
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function isOneOf<Word extends string>(value: unknown, words: readonly Word[]): value is Word {
  return (words as readonly unknown[]).includes(value) // Widened, to be asked for any value.
}

function invalid(name: string, words: readonly string[]): InvalidRequest {
  return new InvalidRequest(`${name} is invalid; valid values are: ${words.join(',')}`)
}
