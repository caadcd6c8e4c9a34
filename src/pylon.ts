import { analyse } from './analytics/interactions/analyse.ts'
import type { Privacy } from './analytics/privacy.ts'
import type { Targets } from './analytics/targets/target.ts'
import type { Config } from './config.ts'
import type { PylonServices } from './http/pylon/pylon-services.ts'
import { createRateLimits } from './http/pylon/rate-limits.ts'
import { readAnalysis } from './jobs/analyses/read-analysis.ts'
import { createFilters } from './jobs/recordings/filters.ts'
import { createRecordings } from './jobs/recordings/recordings.ts'
import { createSample } from './jobs/recordings/sample.ts'
import { createTagging, readsTags } from './jobs/recordings/tag-recording.ts'
import { createVolume } from './jobs/recordings/volume.ts'
import { frequentValues } from './jobs/reference/frequent-values.ts'
import { createReference } from './jobs/reference/reference.ts'
import { createAnalyseNow } from './jobs/tasks/analyse-now.ts'
import type { AnalysisEngine } from './jobs/tasks/analysis-engine.ts'
import { loadStrategies } from './jobs/tasks/load-strategies.ts'
import { createTaskRunner, type RunTask } from './jobs/tasks/run-task.ts'
import { taskQuestions } from './jobs/tasks/task-questions.ts'
import { createTasks } from './jobs/tasks/tasks.ts'
import { createAccountBook } from './store/account-book.ts'
import { serviceSpans } from './store/service-spans.ts'
import type { Stores } from './stores.ts'

type Parts = {
  readonly config: Config
  readonly stores: Stores
  readonly targets: Targets
  readonly privacy: Privacy
}

/** Builds all that the Task API stands on, and what a worker does with tasks. */
export async function openPylon(
  parts: Parts
): Promise<{ readonly services: PylonServices; readonly runTask: RunTask }> {
  const { config, stores, targets, privacy } = parts
  const { database, warehouse } = stores
  const now = Date.now
  const filters = createFilters({ database, targets, now })
  const spans = serviceSpans(database, warehouse)
  const tag = createTagging(database, targets)
  const engine: AnalysisEngine = {
    read: (parameters, of) => readAnalysis(parameters, { ...of, targets }),
    async answer(question, program, within) {
      const { service, tagsHash } = question
      if (readsTags(question, targets)) await tag({ service, hash: tagsHash, program }, within)
      return analyse(within, question, { targets, privacy })
    }
  }
  const recordings = createRecordings({
    database,
    filters,
    spans,
    volume: createVolume({ database, warehouse, targets, privacy, now }),
    sample: createSample({ database, warehouse, targets, tag, now }),
    now
  })
  const strategies = await loadStrategies()
  const questions = taskQuestions({ database, filters, targets, engine, strategies, privacy, traits: config.traits })
  const analyseNow = createAnalyseNow({ database, warehouse, questions, now })
  const tasks = createTasks({
    database,
    warehouse,
    recordings,
    questions,
    analyseNow,
    spans,
    limits: config.taskLimits,
    concurrency: config.concurrency,
    now
  })
  const services = {
    recordings,
    tasks,
    reference: createReference({
      targets,
      frequentValues: frequentValues({ database, warehouse, spans, targets, privacy })
    }),
    accounts: createAccountBook(database),
    rateLimits: createRateLimits(config.rateLimits)
  }
  return { services, runTask: createTaskRunner({ database, questions }) }
}
