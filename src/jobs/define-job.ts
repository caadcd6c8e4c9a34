import type { Static, TSchema } from 'typebox'
import type { Privacy } from '../analytics/privacy.ts'
import type { ProfileId } from '../model/ids.ts'
import type { TraitSettings } from '../model/traits.ts'
import type { Warehouse } from '../store/warehouse.ts'

/** What a job may look up, when its question is asked and while it runs. */
export type JobLookups = {
  /** The ids of another execution of the same account, for a benchmark; nothing when there is none. */
  idsOfExecution(execution: string): Promise<readonly ProfileId[] | undefined>
}

/** What a job may use while it runs. */
export type JobContext = JobLookups & {
  /** Tagged with the execution: a stop kills what runs here. */
  readonly warehouse: Warehouse
  readonly privacy: Privacy
  readonly traits: TraitSettings
  readonly signal: AbortSignal
  /** Percent done, 0–100; a lower figure than before is ignored. */
  progress(percent: number): void
  /** The time that the result carries, ms. */
  readonly now: number
}

/** What a run answers: the published result's own members, and what belongs into its `_metadata` (audience size, missing ids, coverage). */
export type JobAnswer<Body> = { readonly body: Body; readonly metadata: Readonly<Record<string, unknown>> }

/** What every job is asked about; each job adds its own members. */
export type AudienceRequest = { readonly ids: readonly ProfileId[] }

/**
 * One job type: data and one function. To add one, put a file in `catalog/` with this as its default export: routes, schemas,
 * the queue and the documentation read the folder.
 */
export type JobDefinition = {
  /** As in the URL: `AudienceInfluencers`. */
  readonly name: string
  /** One sentence for `--help`, the documentation and OpenAPI. */
  readonly summary: string
  /** The job's own members of a request, beside ids and what every request may carry. All optional, defaults filled in. */
  readonly options: TSchema
  /** The body of what `run` answers: the published result without `$schema`, `timestamp` and `_metadata` (jobs/compose-result.ts adds them). */
  readonly result: TSchema
  /** Fewer ids than this is worth a warning. */
  readonly advisedIds: number
  /** What a run takes before any has been measured: base + perId · ids, in ms. */
  readonly firstEstimate: { readonly baseMs: number; readonly perIdMs: number }
  /** Throws InvalidRequest for a question that no schema can tell is wrong; asked before it is stored. */
  check?(request: AudienceRequest & Record<string, unknown>, look: JobLookups): Promise<unknown>
  run(
    request: AudienceRequest & Record<string, unknown>,
    context: JobContext
  ): Promise<JobAnswer<Record<string, unknown>>>
}

/** Types a job's request and result by its own schemas and hides them again, so that all jobs fit one list. */
export function defineJob<Options extends TSchema, Result extends TSchema>(
  job: Omit<JobDefinition, 'options' | 'result' | 'check' | 'run'> & {
    readonly options: Options
    readonly result: Result
    check?(request: AudienceRequest & Static<Options>, look: JobLookups): Promise<unknown>
    run(request: AudienceRequest & Static<Options>, context: JobContext): Promise<JobAnswer<Static<Result>>>
  }
): JobDefinition {
  return job as unknown as JobDefinition // Requests are checked against `options` before they run (jobs/read-request.ts).
}
