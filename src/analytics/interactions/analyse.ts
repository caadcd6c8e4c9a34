import type { Warehouse } from '../../store/warehouse.ts'
import type { Privacy } from '../privacy.ts'
import type { Targets } from '../targets/target.ts'
import type { AnalysisQuestion, AnalysisResult } from './analysis.ts'
import { asSets } from './author-conditions.ts'
import type { Level } from './count.ts'
import { countAll } from './count-interactions.ts'
import { analysisMemoryBytes, countingDistinct } from './distinct-authors.ts'
import { countValues } from './freq-dist.ts'
import { countTimes } from './time-series.ts'

type How = {
  readonly targets: Targets
  readonly privacy: Privacy
  readonly memoryBytes?: number
}

/** Answers an analysis; what it tells has passed the rules of privacy. */
export function analyse(
  warehouse: Warehouse,
  question: AnalysisQuestion,
  { targets, privacy, memoryBytes = analysisMemoryBytes }: How
): Promise<AnalysisResult> {
  return countingDistinct(warehouse, memoryBytes, async (ask, distinct) => {
    const bySet = await asSets(question, targets, ask)
    return answer(question, { targets, privacy, ask, distinct, bySet })
  })
}

async function answer(question: AnalysisQuestion, level: Level): Promise<AnalysisResult> {
  const { analysis } = question
  const { minTotal } = level.privacy
  const totals = await countAll(question, level)
  if (totals === undefined) {
    const { analysis_type, parameters } = analysis
    const block = { analysis_type, parameters, results: [], redacted: minTotal > 1 }
    return { interactions: 0, unique_authors: 0, analysis: block }
  }
  const block =
    analysis.analysis_type === 'freqDist'
      ? await countValues(question, analysis, level)
      : await countTimes(question, analysis, level)
  return { ...totals, analysis: block }
}
