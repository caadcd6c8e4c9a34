import { fileURLToPath } from 'node:url'
import { loadFolder } from '../load-folder.ts'
import type { JobDefinition } from './define-job.ts'

/** All job types by their name. */
export type Jobs = ReadonlyMap<string, JobDefinition>

export async function loadJobs(): Promise<Jobs> {
  const jobs = await loadFolder<JobDefinition>(fileURLToPath(new URL('./catalog', import.meta.url)))
  return new Map(jobs.map(job => [job.name, job]))
}
