import type { Interval } from '../../analytics/interactions/analysis.ts'
import type { Service } from '../../model/ids.ts'

const hourS = 3600
const dayS = 86_400

/** How much an analysis may ask for: the original's limits. */
export const analysisLimits = {
  /** Rows of one level, and what is meant when none are given. */
  threshold: 200,
  levels: 3,
  /** Of the thresholds of all levels; the second when skills are among their targets. */
  thresholdProduct: 80_000,
  thresholdProductOfSkills: 1_000,
  /** What a freqDist is of when nothing is said, seconds. */
  freqDistPeriod: dayS,
  /** The longest window of a timeSeries, seconds, and what it is of when nothing is said. */
  period: {
    minute: hourS,
    hour: 336 * hourS,
    day: 32 * dayS,
    week: 28 * dayS,
    month: 31 * dayS
  } as const satisfies Record<Interval, number>,
  /** Unix seconds of the year 9999; what is more is milliseconds. */
  time: 253_402_300_799
} as const

/** How the longest window of an interval is called. */
export const longestPeriod: Readonly<Record<Interval, string>> = {
  minute: '60 minutes',
  hour: '336 hours',
  day: '32 days',
  week: '4 weeks',
  month: '1 month'
}

/** How many days before the last midnight a window may start on networks that keep their interactions no longer. */
export const oldestStart: Readonly<Partial<Record<Service, number>>> = { linkedin: 30, facebook: 32 }
