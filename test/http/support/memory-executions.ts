import { InvalidRequest, NotFound } from '../../../src/errors.ts'
import type { Estimate, Execution, Executions } from '../../../src/jobs/execution.ts'
import { finalStates } from '../../../src/jobs/execution.ts'
import type { Caller } from '../../../src/store/verify-token.ts'

/** Executions in memory that no worker runs: a test moves them with `set`. For the wire only; the life of jobs is tested in src/jobs. */
export type MemoryExecutions = Executions & {
  readonly rows: Map<string, Execution & { result?: string; error?: Error }>
  set(id: string, change: Partial<Execution> & { result?: string; error?: Error }): void
  /** How many wait for a change now. */
  waiting(): number
}

export const submittedAt = Date.UTC(2026, 0, 2, 3, 4, 5)

export function memoryExecutions(jobs: readonly string[]): MemoryExecutions {
  const rows: MemoryExecutions['rows'] = new Map()
  const changes = new EventTarget()
  let waiting = 0

  function own(caller: Caller, id: string) {
    const row = rows.get(id)
    if (row?.accountId !== caller.accountId) throw new NotFound('There is no such execution.')
    return row
  }

  function set(id: string, change: Partial<Execution> & { result?: string; error?: Error }) {
    const row = rows.get(id)
    if (row) rows.set(id, { ...row, ...change })
    changes.dispatchEvent(new Event(id))
  }

  const executions: MemoryExecutions = {
    rows,
    set,
    waiting: () => waiting,
    async estimate(_caller, job, body) {
      return estimateOf(jobs, job, body)
    },
    async submit(caller, job, body, options) {
      const estimate = estimateOf(jobs, job, body)
      if (!estimate.valid) throw new InvalidRequest(estimate.errors)
      const same = [...rows.values()].find(
        row => !options?.fresh && row.job === job && row.version === JSON.stringify(body)
      )
      if (same) return { execution: same, isNew: false }
      const execution = newExecution(caller, job, body as Record<string, unknown>, estimate, rows.size + 1) // It is valid.
      rows.set(execution.id, execution)
      return { execution, isNew: true }
    },
    async get(caller, id) {
      return own(caller, id)
    },
    async list(caller, filter, { max, offset }) {
      const items = [...rows.values()]
        .reverse()
        .filter(row => row.accountId === caller.accountId)
        .filter(row => !filter.job || row.job === filter.job)
        .filter(row => !filter.label || row.labels.includes(filter.label))
        .filter(row => !filter.states || filter.states.includes(row.state))
      return { totalItems: items.length, items: items.slice(offset, offset + max) }
    },
    async stop(caller, id) {
      const row = own(caller, id)
      if (!finalStates.has(row.state)) set(id, { state: 'stopped', finishedAt: submittedAt + 2000 })
      return own(caller, id)
    },
    async result(caller, id) {
      const row = own(caller, id)
      if (row.error) throw row.error
      return row.result === undefined ? undefined : { json: row.result, etag: `"${id}"` }
    },
    async removeResult(caller, id) {
      own(caller, id)
    },
    changed(id, timeoutMs, signal) {
      return new Promise(resolve => {
        const timer = setTimeout(done, timeoutMs)
        waiting += 1
        function done() {
          waiting -= 1
          clearTimeout(timer)
          changes.removeEventListener(id, done)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        changes.addEventListener(id, done)
        signal?.addEventListener('abort', done)
      })
    }
  }
  return executions
}

function estimateOf(jobs: readonly string[], job: string, body: unknown): Estimate {
  if (!jobs.includes(job)) throw new NotFound('Invalid job type')
  const ids = (body as { ids?: unknown }).ids // The server hands over objects only.
  const errors = Array.isArray(ids) && ids.length > 0 ? [] : ['A list of ids must be present']
  if (Array.isArray(ids) && ids.length > 1000) errors.push('Maximum of 1000 ids may be provided')
  return { valid: errors.length === 0, errors, warnings: [], runMs: 300, waitMs: 100 }
}

function newExecution(
  caller: Caller,
  job: string,
  body: Record<string, unknown>,
  estimate: Estimate,
  number: number
): Execution {
  return {
    id: String(number).padStart(26, 'a'),
    accountId: caller.accountId,
    job,
    ids: [],
    state: 'queued',
    progress: 0,
    attempt: 0,
    errors: [],
    warnings: [],
    submittedAt,
    startedAt: null,
    finishedAt: null,
    estimate: { runMs: estimate.runMs, waitMs: estimate.waitMs },
    labels: Array.isArray(body.labels) ? body.labels.map(String) : [],
    externalId: null,
    project: null,
    user: null,
    version: JSON.stringify(body),
    configuration: null,
    dispatch: null
  }
}
