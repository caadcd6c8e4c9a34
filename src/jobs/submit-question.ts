import type { Kysely } from 'kysely'
import type { Privacy } from '../analytics/privacy.ts'
import { TooMany } from '../errors.ts'
import type { TraitSettings } from '../model/traits.ts'
import { raiseCounter } from '../store/corpus-revision.ts'
import type { Database } from '../store/database.ts'
import type { ExecutionRow, Schema } from '../store/schema.ts'
import type { Bound } from '../store/statement.ts'
import type { Caller } from '../store/verify-token.ts'
import type { JobDefinition } from './define-job.ts'
import type { Forecast } from './durations.ts'
import { executionRows, newColumns } from './execution-rows.ts'
import { fingerprint } from './fingerprint.ts'
import type { JobRequest } from './read-request.ts'
import type { Notes } from './request-members.ts'
import { readTexts } from './to-execution.ts'

/** A checked question and what is known about it when it is asked. */
type Asked = {
  readonly caller: Caller
  readonly job: JobDefinition
  readonly request: JobRequest
  readonly requestedSize: number
  readonly warnings: readonly string[]
  readonly notes: Notes
  readonly forecast: Forecast
  readonly revision: number
  readonly fresh: boolean
}

type Options = {
  readonly database: Database
  readonly privacy: Privacy
  readonly traits: TraitSettings
  readonly maxUnfinishedPerAccount: number
  readonly now: () => number
}
type Submitted = { readonly row: ExecutionRow; readonly isNew: boolean }

const maxLabels = 100
const maxWarnings = 100

/**
 * Stores a question as a queued row. The same question is the same row: it is answered as it stands with the new labels and
 * warnings added (a member that is not known is no part of the question), or queued again when it had failed or was stopped. Throws TooMany over the account's limit.
 */
export function createSubmit({
  database,
  privacy,
  traits,
  maxUnfinishedPerAccount,
  now
}: Options): (asked: Asked) => Promise<Submitted> {
  const rows = executionRows(database)

  async function ensureRoom(accountId: string, within: Kysely<Schema>, asked: Asked): Promise<void> {
    await rows.lockAccount([accountId], within)
    const [unfinished] = await rows.countUnfinished([accountId, maxUnfinishedPerAccount], within)
    if ((unfinished?.count ?? 0) < maxUnfinishedPerAccount) return
    const retryAfterS = Math.min(60, Math.max(1, Math.ceil(asked.forecast.runMs / 1000)))
    throw new TooMany(
      `This account has ${maxUnfinishedPerAccount} unfinished executions, as many as it may have: wait for one, or stop one`,
      retryAfterS
    )
  }

  // Answers nothing when somebody else has just stored or started the same question.
  function insert(id: string, asked: Asked): Promise<ExecutionRow | undefined> {
    const { accountId } = asked.caller
    return database.transact(async trx => {
      await ensureRoom(accountId, trx, asked)
      const [inserted] = await rows.insert(newValues(id, asked, now()), trx)
      if (!inserted) return undefined
      await rows.countAccount([accountId], trx)
      const [row] = await rows.get([id], trx)
      return row
    })
  }

  function restart(id: string, asked: Asked): Promise<ExecutionRow | undefined> {
    const { runMs, waitMs } = asked.forecast
    const values = [now(), now(), JSON.stringify(asked.warnings), runMs, waitMs, id]
    return database.transact(async trx => {
      await ensureRoom(asked.caller.accountId, trx, asked)
      const [row] = await rows.restart(values, trx)
      return row
    })
  }

  async function withNotesOf(asked: Asked, row: ExecutionRow): Promise<ExecutionRow> {
    const labels = withMore(row.labels, asked.notes.labels, maxLabels)
    const warnings = withMore(row.warnings, asked.warnings, maxWarnings)
    if (labels === row.labels && warnings === row.warnings) return row
    const [changed] = await rows.setNotes([labels, warnings, row.id, row.labels, row.warnings])
    if (changed) return changed
    const [again] = await rows.get([row.id])
    return again ? withNotesOf(asked, again) : row
  }

  async function announce(id: string): Promise<void> {
    await database.notify('work', id)
    await database.notify('executions', `${id} queued`)
  }

  return async asked => {
    const { caller, job, request, requestedSize, revision } = asked
    const fresh = asked.fresh ? await raiseCounter(database.db, 'fresh_executions') : 0
    const question = { request, requestedSize }
    const id = fingerprint({
      accountId: caller.accountId,
      job: job.name,
      request: question,
      corpusRevision: revision,
      privacy,
      traits,
      fresh
    })
    for (;;) {
      const [existing] = await rows.get([id])
      const isOver = existing?.state === 'failed' || existing?.state === 'stopped'
      if (existing && !isOver) return { row: await withNotesOf(asked, existing), isNew: false }
      const row = existing ? await restart(id, asked) : await insert(id, asked)
      if (!row) continue
      await announce(id)
      return { row: existing ? await withNotesOf(asked, row) : row, isNew: true }
    }
  }
}

/** A stored list with what is new to it, up to a length; the very same text when nothing is. */
function withMore(stored: string, added: readonly string[] = [], max: number): string {
  const had = readTexts(stored)
  const all = [...new Set([...had, ...added])].slice(0, Math.max(max, had.length))
  return all.length === had.length ? stored : JSON.stringify(all)
}

function newValues(id: string, asked: Asked, now: number): Bound[] {
  const { caller, job, request, notes, forecast } = asked
  const values: Record<(typeof newColumns)[number], Bound> = {
    id,
    fingerprint: id,
    account_id: caller.accountId,
    job: job.name,
    request: JSON.stringify(request),
    requested_size: asked.requestedSize,
    size: request.ids.length,
    labels: JSON.stringify([...new Set(notes.labels)]),
    external_id: notes.externalId ?? null,
    project: notes.project ?? null,
    asked_by: notes.user ?? null,
    version: notes.version ?? null,
    configuration: notes.configuration ?? null,
    dispatch: notes.dispatch ?? null,
    priority: 0,
    due_at: now,
    warnings: JSON.stringify(asked.warnings),
    submitted_at: now,
    estimate_run_ms: forecast.runMs,
    estimate_wait_ms: forecast.waitMs
  }
  return newColumns.map(column => values[column])
}
