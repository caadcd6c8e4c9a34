import Type from 'typebox'
import { defineJob, type JobDefinition } from '../../src/jobs/define-job.ts'
import type { RunTask } from '../../src/jobs/tasks/run-task.ts'

const Sum = Type.Object({ people: Type.Integer() })

/** A job that only counts its ids; a test says what else it should do. */
export function testJob(
  change: Partial<Pick<JobDefinition, 'name' | 'advisedIds' | 'firstEstimate' | 'run'>> = {}
): JobDefinition {
  const job = defineJob({
    name: 'Count',
    summary: 'Counts ids.',
    options: Type.Object({
      limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
      pull_strategy: Type.Union([Type.Literal('random'), Type.Literal('recent')], { default: 'recent' }),
      benchmark: Type.Optional(
        Type.Object({ group: Type.String({ default: 'corpus' }), key: Type.Optional(Type.String()) })
      )
    }),
    result: Sum,
    advisedIds: 1,
    firstEstimate: { baseMs: 100, perIdMs: 10 },
    run: async ({ ids }) => ({ body: { people: ids.length }, metadata: {} })
  })
  return { ...job, ...change }
}

/** For a worker that meets no task. */
export const noTasks: RunTask = async row => ({ state: 'failed', errors: [`unexpected task ${row.id}`] })
