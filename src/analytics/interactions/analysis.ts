import type { Expression } from '../../languages/csdl/tree.ts'
import type { Service } from '../../model/ids.ts'

export const intervals = ['minute', 'hour', 'day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

/** How often each value of a target occurs; `threshold` is the most rows. */
export type FreqDist = {
  readonly analysis_type: 'freqDist'
  readonly parameters: { readonly target: string; readonly threshold: number }
  readonly child?: FreqDist
}

/** How many interactions there are in each bucket of `span` intervals. */
export type TimeSeries = {
  readonly analysis_type: 'timeSeries'
  readonly parameters: { readonly interval: Interval; readonly span: number }
}

export type Analysis = FreqDist | TimeSeries

/** An analysis whose parameters are all checked and resolved (jobs/analyses/read-analysis.ts). */
export type AnalysisQuestion = {
  readonly service: Service
  /** What belongs to the recording; null = everything of its service. */
  readonly recordingFilter: Expression | null
  /** The program whose tag rules the recording carries; empty = none. */
  readonly tagsHash: string
  /** The filter of the analysis itself. */
  readonly filter: Expression | null
  /** Unix seconds, end exclusive, cut to the recording's own. */
  readonly start: number
  readonly end: number
  readonly analysis: Analysis
}

/** One row; `key` is a bucket's start in unix seconds for a timeSeries. */
export type AnalysisRow = {
  readonly key: string | number
  readonly interactions: number
  readonly unique_authors: number
  readonly child?: AnalysisBlock
}

export type AnalysisBlock = {
  readonly analysis_type: Analysis['analysis_type']
  readonly parameters: FreqDist['parameters'] | TimeSeries['parameters']
  readonly results: readonly AnalysisRow[]
  readonly redacted: boolean
}

/** What an analysis answers, as it is published; counts have passed the rules of privacy.ts. */
export type AnalysisResult = {
  readonly interactions: number
  readonly unique_authors: number
  readonly analysis: AnalysisBlock
  /** There when unique authors were too many to count exactly. */
  readonly approximate?: true
}
