import Type from 'typebox'
import type { Warehouse } from '../../store/warehouse.ts'
import { type Privacy, publishCounts } from '../privacy.ts'
import type { Targets } from '../targets/target.ts'
import type { AnalysisQuestion, AnalysisResult } from './analysis.ts'
import type { Level } from './count.ts'
import { analysisMemoryBytes, countingDistinct, distinctAuthorsSql } from './distinct-authors.ts'
import { countValues } from './freq-dist.ts'
import { openScope, scopeText } from './scope.ts'
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
  return countingDistinct(warehouse, memoryBytes, (ask, distinct) =>
    answer(question, { targets, privacy, ask, distinct })
  )
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

const Totals = Type.Object({ interactions: Type.Integer(), unique_authors: Type.Integer() })

/**
 * All interactions of the question, also those that no row of its answer counts; undefined when they may not be told. A statement of
 * its own: together with the rows it takes as long, and what is redacted ends here.
 */
async function countAll(question: AnalysisQuestion, { targets, privacy, ask, distinct }: Level) {
  const { from, where, values } = openScope(question, targets)
  const [exact = { interactions: 0, unique_authors: 0 }] = await ask(
    Totals,
    `SELECT count() AS interactions, ${distinctAuthorsSql[distinct]} AS unique_authors FROM ${from} WHERE ${where}`,
    values
  )
  return publishCounts(exact, privacy.minTotal, privacy, { question: scopeText(question), point: '' })
}
