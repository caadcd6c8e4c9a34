import type { Privacy } from '../analytics/privacy.ts'
import { Conflict, Gone, InvalidRequest, NotFound } from '../errors.ts'
import type { TraitSettings } from '../model/traits.ts'
import { corpusRevision } from '../store/corpus-revision.ts'
import type { Database } from '../store/database.ts'
import { existingProfiles, metAccounts, resolveHandles } from '../store/known-accounts.ts'
import type { ExecutionRow } from '../store/schema.ts'
import type { Caller } from '../store/verify-token.ts'
import type { Warehouse } from '../store/warehouse.ts'
import type { JobDefinition } from './define-job.ts'
import { createDurations } from './durations.ts'
import type { Executions } from './execution.ts'
import { executionRows } from './execution-rows.ts'
import { isExecutionId } from './fingerprint.ts'
import { idsOfExecution } from './ids-of-execution.ts'
import { listExecutions } from './list-executions.ts'
import type { Jobs } from './load-jobs.ts'
import { type JobRequest, type Lookups, readRequest } from './read-request.ts'
import { unpackResult } from './stored-result.ts'
import { createSubmit } from './submit-question.ts'
import { readTexts, toExecution } from './to-execution.ts'
import { watchExecutions } from './watch-executions.ts'

type ExecutionsOptions = {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly jobs: Jobs
  readonly privacy: Privacy
  readonly traits: TraitSettings
  readonly maxUnfinishedPerAccount: number
  /** How many jobs run at once, for the forecast of the wait. */
  readonly concurrency: number
  readonly now?: () => number
}

/** The life of jobs as everybody outside the room sees it. */
export function createExecutions(options: ExecutionsOptions): Executions {
  const { database, warehouse, jobs, now = Date.now } = options
  const rows = executionRows(database)
  const durations = createDurations(database, options.concurrency, now)
  const submit = createSubmit({ ...options, now })
  const lookups: Lookups = {
    resolveHandles: handles => resolveHandles(warehouse, handles),
    existingProfiles: ids => existingProfiles(warehouse, ids),
    metAccounts: ids => metAccounts(warehouse, ids)
  }

  function jobOf(name: string): JobDefinition {
    const job = jobs.get(name)
    if (!job) throw new NotFound('Invalid job type')
    return job
  }

  /** Throws InvalidRequest. */
  async function check(caller: Caller, job: JobDefinition, { ids, options }: JobRequest): Promise<void> {
    const look = { idsOfExecution: (id: string) => idsOfExecution(rows, caller.accountId, id) }
    await job.check?.({ ...options, ids }, look)
  }

  async function rowOf(caller: Caller, id: string): Promise<ExecutionRow> {
    const [row] = isExecutionId(id) ? await rows.get([id]) : []
    if (row?.account_id !== caller.accountId) throw unknownExecution()
    return row
  }

  return {
    async estimate(caller, jobName, body) {
      const job = jobOf(jobName)
      const { errors, warnings, request } = await readRequest(job, body, lookups)
      if (!request) return notValid(errors)
      try {
        await check(caller, job, request)
      } catch (error) {
        if (error instanceof InvalidRequest) return notValid(error.errors)
        throw error
      }
      return { valid: true, errors, warnings, ...(await durations.forecast(job, request.ids.length)) }
    },

    async submit(caller, jobName, body, { fresh = false } = {}) {
      const job = jobOf(jobName)
      const { errors, request, ...read } = await readRequest(job, body, lookups)
      if (!request) throw new InvalidRequest(errors)
      await check(caller, job, request)
      const [forecast, revision] = await Promise.all([
        durations.forecast(job, request.ids.length),
        corpusRevision(database)
      ])
      const { row, isNew } = await submit({ caller, job, request, ...read, forecast, revision, fresh })
      return { execution: toExecution(row), isNew }
    },

    get: async (caller, id) => toExecution(await rowOf(caller, id)),

    list: (caller, filter, page) => listExecutions(database, caller, filter, page),

    async stop(caller, id) {
      const [stopped] = isExecutionId(id) ? await rows.stop([now(), id, caller.accountId]) : []
      if (!stopped) return toExecution(await rowOf(caller, id))
      await database.notify('executions', `${id} stopped`)
      // Its worker hears of it and kills what it runs; on a server that worker may be gone, and its query not.
      if (warehouse.kind === 'server' && stopped.started_at !== null) await warehouse.kill(id)
      return toExecution(stopped)
    },

    async result(caller, id) {
      const [row] = isExecutionId(id) ? await rows.result([id, caller.accountId]) : []
      if (!row) throw unknownExecution()
      if (row.removed_reason !== null) throw new Gone(goneSentences[row.removed_reason] ?? goneSentences.removed ?? '')
      if (row.body && row.encoding && row.etag)
        return { json: await unpackResult(row.body, row.encoding), etag: row.etag }
      if (row.state === 'stopped')
        throw new NotFound('This execution was stopped and has no result: ask again to start it')
      if (row.state === 'failed' || row.state === 'invalid-result')
        throw new NotFound(['This execution failed and has no result', ...readTexts(row.errors)])
      return undefined
    },

    async removeResult(caller, id) {
      await rowOf(caller, id)
      const [removed] = await rows.removeResult([now(), 'removed', id, caller.accountId])
      if (removed) return
      const { state } = await rowOf(caller, id)
      if (state === 'finished') return // Removed before.
      throw new Conflict(`This execution is ${state} and has no result to remove`)
    },

    changed: watchExecutions(database)
  }
}

const notValid = (errors: readonly string[]) => ({ valid: false, errors, warnings: [], runMs: 0, waitMs: 0 })

const unknownExecution = () => new NotFound('There is no execution of this name: /executions lists yours')

const goneSentences: Readonly<Record<string, string>> = {
  removed: 'This result was removed: ask again with fresh=true for a new one',
  expired: 'This result is older than results are kept: ask again with fresh=true for a new one',
  erased: 'This result was removed with a person whom it named: ask again with fresh=true for a new one'
}
