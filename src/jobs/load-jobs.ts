import { fileURLToPath } from 'node:url'
import { loadFolder } from '../load-folder.ts'
import { membersOfTraits, withoutMembers } from '../model/trait-members.ts'
import type { TraitName } from '../model/traits.ts'
import type { JobDefinition } from './define-job.ts'

/** All job types by their name. */
export type Jobs = ReadonlyMap<string, JobDefinition>

/** `off`: traits that stand in no result. */
export async function loadJobs(off: readonly TraitName[] = []): Promise<Jobs> {
  const members = membersOfTraits(off)
  const jobs = await loadFolder<JobDefinition>(fileURLToPath(new URL('./catalog', import.meta.url)))
  return new Map(jobs.map(job => [job.name, { ...job, result: withoutMembers(job.result, members) }]))
}
