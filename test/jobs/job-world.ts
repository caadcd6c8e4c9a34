import type { TestContext } from 'node:test'
import { pino } from 'pino'
import { noPrivacy } from '../../src/analytics/privacy.ts'
import type { JobDefinition } from '../../src/jobs/define-job.ts'
import type { Execution, Executions } from '../../src/jobs/execution.ts'
import { createExecutions } from '../../src/jobs/executions.ts'
import { startWorker } from '../../src/jobs/worker.ts'
import type { WorkerOptions } from '../../src/jobs/worker-state.ts'
import type { Database } from '../../src/store/database.ts'
import type { Caller } from '../../src/store/verify-token.ts'
import { allTraits } from '../support/all-traits.ts'
import { type Engine, openPlace, type Place } from '../support/databases.ts'
import { inReverse } from '../support/in-reverse.ts'
import { emptyWorld } from '../support/world.ts'
import { noTasks, testJob } from './test-job.ts'

export const ann: Caller = { accountId: 'ann', role: 'member', identityId: null }
export const bob: Caller = { accountId: 'bob', role: 'member', identityId: null }
export const people = { ids: ['twitter:1', 'twitter:2'] }

type Wishes = {
  readonly jobs?: readonly JobDefinition[]
  readonly maxUnfinished?: number
  readonly now?: () => number
  readonly place?: Place
}

/** Two accounts, some jobs and an empty corpus over a new database; workers are started by the test. */
export async function jobWorld(t: TestContext, engine: Engine, wishes: Wishes = {}) {
  const place = wishes.place ?? (await engine.place(t))
  const database = await openPlace(t, place)
  await addAccounts(database)
  const warehouse = await emptyWorld(t)
  const jobs = new Map((wishes.jobs ?? [testJob()]).map(job => [job.name, job]))
  const common = {
    database,
    warehouse,
    jobs,
    runTask: noTasks,
    privacy: noPrivacy,
    traits: allTraits,
    now: wishes.now ?? Date.now
  }
  const executions = createExecutions({
    ...common,
    maxUnfinishedPerAccount: wishes.maxUnfinished ?? 100,
    concurrency: 2
  })
  const work = async (options: Partial<WorkerOptions> = {}) => {
    const log = pino({ level: 'silent' })
    const fixed = { concurrency: 2, log, finishedWord: 'DONE', alone: false, checkEvery: 1, graceMs: 100 }
    const worker = await startWorker({ ...common, ...fixed, ...options })
    inReverse(t).use(worker)
    return worker
  }
  return { place, database, warehouse, executions, work }
}

async function addAccounts({ db }: Database): Promise<void> {
  const accounts = ['ann', 'bob'].map(id => ({ id, created_at: 1 }))
  await db
    .insertInto('accounts')
    .values(accounts)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The execution as soon as it is as wished; fails after ten seconds. */
export async function until(
  executions: Executions,
  id: string,
  isReached: (execution: Execution) => boolean,
  caller: Caller = ann
): Promise<Execution> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const changed = executions.changed(id, 100)
    const execution = await executions.get(caller, id)
    if (isReached(execution)) return execution
    if (Date.now() > deadline) throw new Error(`still ${execution.state} ${execution.errors.join(' ')}`)
    await changed
  }
}

/** Resolves when the signal is aborted: a job that runs until it is stopped. */
export const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
