import type { AnalysisQuestion, AnalysisResult } from '../../analytics/interactions/analysis.ts'
import type { Program } from '../../languages/csdl/tree.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import type { TaskSource } from './task-source.ts'

/** What reads and answers analyses (../analyses/); the life of tasks does not depend on how. */
export type AnalysisEngine = {
  /** `isSpawned`: by a strategy, whose lists may be longer than a client's. Throws InvalidRequest and CsdlError. */
  read(
    parameters: unknown,
    of: { readonly source: TaskSource; readonly program: Program; readonly isSpawned: boolean }
  ): AnalysisQuestion
  /** Over the recording's tags too, which are brought up to the corpus first. */
  answer(question: AnalysisQuestion, program: Program, warehouse: Warehouse): Promise<AnalysisResult>
}
