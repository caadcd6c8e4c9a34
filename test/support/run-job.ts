import { noPrivacy, type Privacy } from '../../src/analytics/privacy.ts'
import type { JobContext, JobDefinition } from '../../src/jobs/define-job.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { parse } from '../../src/parse.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { allTraits } from './all-traits.ts'
import { idOf, worldTime } from './world.ts'

type Circumstances = Partial<Pick<JobContext, 'idsOfExecution' | 'now' | 'progress' | 'traits'>> & { privacy?: Privacy }

/** Runs a job over a small world, without queue and server, and checks its answer against the job's schema. */
export async function runJob(
  job: JobDefinition,
  warehouse: Warehouse,
  request: { readonly ids: readonly string[] } & Record<string, unknown>,
  circumstances: Circumstances = {}
) {
  const context: JobContext = {
    warehouse,
    privacy: noPrivacy, // Everybody may be described: for worlds of a few named people.
    traits: allTraits,
    signal: new AbortController().signal,
    progress: () => undefined,
    idsOfExecution: async () => undefined,
    now: worldTime,
    ...circumstances
  }
  const ids: readonly ProfileId[] = request.ids.map(idOf)
  const { body, metadata } = await job.run({ ...request, ids }, context)
  return { body: parse(job.result, JSON.parse(JSON.stringify(body))) as never, metadata } // Tests look where they please.
}
