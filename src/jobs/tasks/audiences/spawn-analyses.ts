import type { Analysis, AnalysisResult } from '../../../analytics/interactions/analysis.ts'
import type { StrategyContext } from '../strategy.ts'
import { windowOf } from './window.ts'

/** Runs the analyses of one strategy over one window, and counts its steps. */
export type Analyses = {
  /** `role` names the task. */
  count(role: string, filter: string, analysis: Analysis): Promise<AnalysisResult>
  /** How often each value of a target occurs: the most frequent ones. */
  values(role: string, filter: string, target: string, threshold?: number): Promise<AnalysisResult>
  /** Whether people were too many to count exactly in any of them. */
  isApproximate(): boolean
  /** Steps that turned out not to be needed. */
  skip(steps: number): Promise<void>
}

/** The most rows that an analysis answers. */
const mostRows = 200

export function analysesOf(context: StrategyContext, period: number, totalSteps: number): Analyses {
  const window = windowOf(period, context.midnight)
  let completed = 0
  let isApproximate = false
  const move = async (steps: number) => {
    completed += steps
    await context.step(completed, totalSteps)
  }
  const count: Analyses['count'] = async (role, filter, parameters) => {
    const asked = { ...(filter !== '' && { filter }), ...window, parameters }
    const result = await context.analyse(role, asked)
    isApproximate ||= result.approximate === true
    await move(1)
    return result
  }
  return {
    count,
    values: (role, filter, target, threshold = mostRows) =>
      count(role, filter, { analysis_type: 'freqDist', parameters: { target, threshold } }),
    isApproximate: () => isApproximate,
    skip: move
  }
}
