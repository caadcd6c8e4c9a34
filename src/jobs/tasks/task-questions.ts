import type { AnalysisQuestion, AnalysisResult } from '../../analytics/interactions/analysis.ts'
import type { Privacy } from '../../analytics/privacy.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import type { TraitSettings } from '../../model/traits.ts'
import { corpusRevision } from '../../store/corpus-revision.ts'
import type { Database } from '../../store/database.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Filters } from '../recordings/filters.ts'
import type { AnalysisEngine } from './analysis-engine.ts'
import { readStrategy, type Strategies } from './load-strategies.ts'
import type { StrategyPlan } from './strategy.ts'
import type { TaskType } from './task.ts'
import type { TaskSource } from './task-source.ts'

type Options = {
  readonly database: Database
  readonly filters: Pick<Filters, 'program'>
  readonly targets: Targets
  readonly engine: AnalysisEngine
  readonly strategies: Strategies
  readonly privacy: Privacy
  readonly traits: TraitSettings
}

/** A checked task: how many steps it takes, and what is the same for the same question only. */
export type CheckedTask = { readonly totalSteps: number; readonly question: unknown }

/** Reads what tasks ask: when they are submitted, and again where they run. */
export type TaskQuestions = ReturnType<typeof taskQuestions>

export function taskQuestions({ database, filters, targets, engine, strategies, privacy, traits }: Options) {
  /** `isSpawned`: by a strategy, whose lists may be longer. Throws InvalidRequest and CsdlError. */
  async function analysis(source: TaskSource, parameters: unknown, isSpawned: boolean): Promise<AnalysisQuestion> {
    return engine.read(parameters, { source, program: await filters.program(source.hash), isSpawned })
  }

  const strategy = (source: TaskSource, parameters: unknown): StrategyPlan =>
    readStrategy(strategies, parameters, { service: source.service, targets })

  return {
    analysis,
    strategy,

    answer: async (question: AnalysisQuestion, source: TaskSource, warehouse: Warehouse): Promise<AnalysisResult> =>
      engine.answer(question, await filters.program(source.hash), warehouse),

    async check(type: TaskType, source: TaskSource, parameters: unknown, isSpawned = false): Promise<CheckedTask> {
      if (type === 'strategy') {
        const { totalSteps } = strategy(source, parameters)
        return { totalSteps, question: { source, parameters } }
      }
      const question = await analysis(source, parameters, isSpawned)
      return { totalSteps: 1, question: nameFilter(question, source) }
    },

    /** Of the question over the corpus as it is now. */
    async fingerprint(accountId: string, type: TaskType, { question }: CheckedTask): Promise<string> {
      const revision = await corpusRevision(database)
      return fingerprint({
        accountId,
        job: type,
        request: question,
        corpusRevision: revision,
        privacy,
        traits,
        fresh: 0
      })
    }
  }
}

// A recording's filter may be a megabyte: its hash says as much.
function nameFilter(question: AnalysisQuestion, { hash }: TaskSource): unknown {
  return { ...question, recordingFilter: hash }
}
