import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { AnalysisQuestion, AnalysisResult } from '../../src/analytics/interactions/analysis.ts'
import { noPrivacy } from '../../src/analytics/privacy.ts'
import { InvalidRequest, NotFound } from '../../src/errors.ts'
import type { OpenRecording, Recordings } from '../../src/jobs/recordings/recording.ts'
import { everything, standingHash } from '../../src/jobs/recordings/standing-recording.ts'
import { createAnalyseNow } from '../../src/jobs/tasks/analyse-now.ts'
import type { AnalysisEngine } from '../../src/jobs/tasks/analysis-engine.ts'
import { createTaskRunner } from '../../src/jobs/tasks/run-task.ts'
import type { Strategy } from '../../src/jobs/tasks/strategy.ts'
import type { Task, TaskType } from '../../src/jobs/tasks/task.ts'
import { taskQuestions } from '../../src/jobs/tasks/task-questions.ts'
import { createTasks } from '../../src/jobs/tasks/tasks.ts'
import { startWorker } from '../../src/jobs/worker.ts'
import type { WorkerOptions } from '../../src/jobs/worker-state.ts'
import { isObject, type JsonObject } from '../../src/json-object.ts'
import { ensureAccount } from '../../src/store/accounts.ts'
import type { Database } from '../../src/store/database.ts'
import { ensureIdentity } from '../../src/store/ensure-identity.ts'
import type { Caller } from '../../src/store/verify-token.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { allTraits } from '../support/all-traits.ts'
import { type Engine, openPlace, type Place } from '../support/databases.ts'
import { inReverse } from '../support/in-reverse.ts'
import { emptyWorld } from '../support/world.ts'

export const recordingId = 'a'.repeat(40)

const recording: OpenRecording = {
  id: recordingId,
  service: 'twitter',
  identityId: null,
  name: 'Everything',
  hash: standingHash,
  start: 0,
  end: null,
  isSinceStart: false,
  createdAt: 0,
  program: everything
}

// Only what tasks ask of recordings.
const recordings = {
  async open(_caller: Caller, _service: string, id: string): Promise<OpenRecording> {
    if (id === recordingId) return recording
    throw new NotFound('Subscription not found')
  }
} as Recordings

export type Wishes = {
  readonly answer?: AnalysisEngine['answer']
  readonly strategies?: readonly Strategy[]
  readonly limits?: { readonly analysis: number; readonly strategy: number }
  readonly now?: () => number
  readonly place?: Place
}

/** An answer that says what was asked. */
export function answerOf(question: AnalysisQuestion): AnalysisResult {
  const analysis = { ...question.analysis, results: [], redacted: false }
  return { interactions: question.end, unique_authors: question.start, analysis }
}

const engineOf = (answer: AnalysisEngine['answer']): AnalysisEngine => ({
  read(parameters, { source }) {
    const { start = 0, end = source.now, parameters: analysis } = isObject(parameters) ? parameters : {}
    if (!isObject(analysis) || typeof start !== 'number' || typeof end !== 'number')
      throw new InvalidRequest("Missing param 'parameters'")
    const { service } = source
    const asked = analysis as AnalysisQuestion['analysis'] // As the tests write it.
    return { service, recordingFilter: null, tagsHash: '', filter: null, start, end, analysis: asked }
  },
  answer
})

/** The life of tasks over a stand-in for the engine that answers them; also for a process of its own. */
export async function tasksOver(database: Database, warehouse: Warehouse, wishes: Wishes) {
  const { answer = async question => answerOf(question), now = Date.now } = wishes
  const questions = taskQuestions({
    database,
    filters: { program: async () => everything },
    targets: { all: [], find: () => undefined },
    engine: engineOf(answer),
    strategies: new Map((wishes.strategies ?? []).map(strategy => [strategy.name, strategy])),
    privacy: noPrivacy,
    traits: allTraits
  })
  const tasks = createTasks({
    database,
    warehouse,
    recordings,
    questions,
    analyseNow: createAnalyseNow({ database, warehouse, questions, now }),
    spans: async () => new Map([['twitter', { oldest: 0, newest: 9_000 }]]),
    limits: wishes.limits ?? { analysis: 1_000, strategy: 200 },
    concurrency: 2,
    now
  })
  await ensureAccount(database.db, 'acme', 1)
  const holder = async (label: string): Promise<Caller> => {
    const identityId = await ensureIdentity(database.db, 'acme', label, 1)
    return { accountId: 'acme', role: 'member', identityId }
  }
  return {
    tasks,
    workerOptions: {
      database,
      warehouse,
      jobs: new Map(),
      runTask: createTaskRunner({ database, questions }),
      privacy: noPrivacy,
      traits: allTraits,
      concurrency: 2,
      finishedWord: 'DONE',
      alone: false,
      now
    },
    sales: await holder('sales'),
    support: await holder('support')
  }
}

/** Two identities of one account, and workers that the test starts. */
export async function taskWorld(t: TestContext, engine: Engine, wishes: Wishes = {}) {
  const place = wishes.place ?? (await engine.place(t))
  const database = await openPlace(t, place)
  const warehouse = await emptyWorld(t)
  const { workerOptions, ...world } = await tasksOver(database, warehouse, wishes)
  async function work(options: Partial<WorkerOptions> = {}): Promise<void> {
    const log = pino({ level: 'silent' })
    inReverse(t).use(await startWorker({ ...workerOptions, log, graceMs: 100, ...options }))
  }
  async function ended(caller: Caller, id: string): Promise<Task & { readonly result: unknown }> {
    const deadline = Date.now() + 20_000
    for (;;) {
      const task = await world.tasks.get(caller, 'twitter', id)
      if (['finished', 'failed', 'stopped'].includes(task.state)) return task
      if (Date.now() > deadline) throw new Error(`still ${task.state}`)
      await sleep(20)
    }
  }
  return { place, database, ...world, work, ended }
}

/** A question that differs from all of another start. */
export const counting = (start = 0) => ({
  start,
  end: 10,
  parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 5 } }
})

export function request(parameters: JsonObject = counting(), type: TaskType = 'analysis', name = 'a test') {
  return { recordingId, name, type, parameters }
}

/** A strategy of three analyses, the last two of one name. */
export const sum: Strategy = {
  name: 'sum',
  version: 1,
  summary: 'Adds up what three analyses answer.',
  read: () => ({
    totalSteps: 3,
    async run({ analyse, step }) {
      let people = 0
      for (const [done, name] of ['Audience', 'Baseline', 'Baseline'].entries()) {
        const { parameters } = counting()
        const answer = await analyse(name, { start: done + 1, end: 10, parameters } as Parameters<typeof analyse>[1])
        people += answer.unique_authors
        await step(done + 1, 3)
      }
      return { people }
    }
  })
}
