import type { Analysis, AnalysisResult } from '../../analytics/interactions/analysis.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import type { Service } from '../../model/ids.ts'

/** The parameters of an analysis task that a strategy spawns, as a client would send them. */
export type SpawnedAnalysis = {
  /** CSDL; left out where everything counts. Its lists may be longer than a client's. */
  readonly filter?: string
  readonly start: number
  readonly end: number
  readonly parameters: Analysis
}

/** What a strategy may know when its parameters are read. */
export type StrategyKnowledge = { readonly service: Service; readonly targets: Targets }

/** What a strategy may use while it runs. */
export type StrategyContext = {
  /** Where its whole days end, unix seconds: a midnight of UTC. */
  readonly midnight: number
  /**
   * Runs an analysis as a task of its own over the same recording, listed as `Audience [id of the strategy's task]` where the name is
   * Audience. Several may have one name: what they ask tells them apart.
   */
  analyse(name: string, parameters: SpawnedAnalysis): Promise<AnalysisResult>
  /** Shows how far it is. */
  step(completed: number, total: number): void | Promise<void>
}

/** A strategy whose parameters are checked. */
export type StrategyPlan = {
  /** How many analysis tasks it takes at most. */
  readonly totalSteps: number
  /** Answers the result as it is published, made of nothing but results of analyses: so it is as safe as they are. */
  run(context: StrategyContext): Promise<Readonly<Record<string, unknown>>>
}

/**
 * One question that several analyses answer together. To add one, put a file in `strategies/` with this as its default export:
 * the Task API and the documentation read the folder.
 */
export type Strategy = {
  /** As clients name it: `top_urls`. */
  readonly name: string
  readonly version: number
  /** One sentence for the documentation. */
  readonly summary: string
  /** Checks the strategy's own parameters; throws InvalidRequest with every sentence that applies. */
  read(parameters: unknown, known: StrategyKnowledge): StrategyPlan
}
