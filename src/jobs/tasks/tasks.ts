import type { Kysely } from 'kysely'
import { Gone, InvalidRequest, NotFound, TooMany } from '../../errors.ts'
import type { JsonObject } from '../../json-object.ts'
import { isHex } from '../../model/hex.ts'
import type { Service } from '../../model/ids.ts'
import { analysisHours } from '../../store/analysis-hours.ts'
import type { Database } from '../../store/database.ts'
import { requireIdentity } from '../../store/require-identity.ts'
import type { Schema } from '../../store/schema.ts'
import type { ServiceSpans } from '../../store/service-spans.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { createDurations } from '../durations.ts'
import { executionRows } from '../execution-rows.ts'
import type { Recordings } from '../recordings/recording.ts'
import { unpackResult } from '../stored-result.ts'
import type { AnalyseNow } from './analyse-now.ts'
import { type NewTask, storeTask } from './store-task.ts'
import type { Tasks, TaskType } from './task.ts'
import type { TaskQuestions } from './task-questions.ts'
import { type StoredTask, taskRows } from './task-rows.ts'
import { taskSource } from './task-source.ts'
import { toTask } from './to-task.ts'

/** How many tasks of each type an identity may have waiting. */
type TaskLimits = Readonly<Record<TaskType, number>>

export type TasksOptions = {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly recordings: Recordings
  readonly questions: TaskQuestions
  readonly analyseNow: AnalyseNow
  readonly spans: ServiceSpans
  readonly limits: TaskLimits
  /** How many jobs run at once, for the forecast of the wait. */
  readonly concurrency: number
  readonly now: () => number
}

const maxName = 1_000
const maxParametersBytes = 256 * 1024
const retryAfterS = 10

// What a task takes before any has been measured.
const firstEstimates = {
  analysis: { baseMs: 200, perIdMs: 0 },
  strategy: { baseMs: 2_000, perIdMs: 0 }
} as const

/** The life of tasks as everybody outside the room sees it. */
export function createTasks(options: TasksOptions): Tasks {
  const { database, warehouse, recordings, questions, limits, now } = options
  const rows = taskRows(database)
  const executions = executionRows(database)
  const hours = analysisHours(database)
  const durations = createDurations(database, options.concurrency, now)

  async function rowOf(caller: Caller, service: Service, id: string, type?: TaskType): Promise<StoredTask> {
    const identityId = requireIdentity(caller)
    const [row] = isHex(id, 40) ? await rows.get([id]) : []
    const isTheirs = row?.identity_id === identityId && row.service === service && row.type === (type ?? row.type)
    if (!row || !isTheirs) throw new NotFound('Task not found')
    return row
  }

  async function ensureRoom(identityId: string, type: TaskType, within?: Kysely<Schema>): Promise<number> {
    const [waiting] = await rows.countQueued([identityId, type], within)
    const queued = waiting?.count ?? 0
    if (queued < limits[type]) return queued
    throw new TooMany(
      `This identity has ${limits[type]} ${type} tasks in its queue, as many as it may have: wait for one, or stop one`,
      retryAfterS
    )
  }

  /** Resolves to the id and to how many wait, itself included. */
  function store(task: NewTask): Promise<{ id: string; queued: number; isAnswered: boolean }> {
    return database.transact(async trx => {
      const time = now()
      const [{ last_task_at: submitted } = { last_task_at: time }] = await rows.nextTime(
        [time, time, task.accountId],
        trx
      )
      const queued = await ensureRoom(task.identity_id, task.type, trx)
      const holder = { identityId: task.identity_id, service: task.source.service }
      // What a strategy asks is counted where it asks it.
      await (task.type === 'analysis' ? hours.add(holder, time, trx) : hours.requireLeft(holder, time, trx))
      const [answer] = await rows.answer([task.fingerprint], trx)
      const id = await storeTask(rows, trx, task, { state: answer ? 'finished' : 'queued' }, { submitted, now: time })
      return { id, queued: queued + 1, isAnswered: answer !== undefined }
    })
  }

  /** The end of a service's interactions, unix seconds; never after the clock. */
  async function nowOf(service: Service): Promise<number> {
    const span = (await options.spans()).get(service)
    const clock = Math.floor(now() / 1000)
    return span ? Math.min(Math.floor(span.newest / 1000) + 1, clock) : clock
  }

  return {
    async submit(caller, service, request) {
      const identityId = requireIdentity(caller)
      const { type, name, recordingId } = request
      checkName(name)
      const recording = await recordings.open(caller, service, recordingId)
      await ensureRoom(identityId, type)
      const parameters = asEchoed(request.parameters)
      const text = JSON.stringify(parameters)
      if (Buffer.byteLength(text) > maxParametersBytes)
        throw new InvalidRequest(`The parameters parameter must be at most ${maxParametersBytes} bytes of JSON`)
      const source = taskSource(recording, await nowOf(service), now() / 1000)
      const checked = await questions.check(type, source, parameters)
      const [fingerprint, estimate] = await Promise.all([
        questions.fingerprint(caller.accountId, type, checked),
        durations.forecast({ name: type, firstEstimate: firstEstimates[type] }, 0)
      ])
      const { id, queued, isAnswered } = await store({
        accountId: caller.accountId,
        identity_id: identityId,
        recording_id: recording.id,
        type,
        name,
        parent_id: null,
        parameters: text,
        source,
        fingerprint,
        totalSteps: checked.totalSteps,
        estimate
      })
      if (!isAnswered) await database.notify('work', id)
      await database.notify('executions', `${id} ${isAnswered ? 'finished' : 'queued'}`)
      return { id, queued, queueLimit: limits[type] }
    },

    async list(caller, service, { type, state, page, perPage }) {
      const list = [requireIdentity(caller), service, type]
      const [counts] = await rows.counts(list)
      if (!counts) return { count: 0, tasks: [] }
      const { queued, running, finished, failed } = counts
      const count = state === undefined ? queued + running + finished + failed : counts[state]
      const offset = (page - 1) * perPage
      if (offset >= count) return { count, tasks: [] }
      const newest = counts.last_position - offset
      const found =
        state === undefined
          ? await rows.page([...list, newest, newest - perPage])
          : await rows.pageOfState([...list, ...list, state, perPage, offset])
      return { count, tasks: found.map(toTask) }
    },

    async get(caller, service, id, type) {
      const task = toTask(await rowOf(caller, service, id, type))
      if (task.state !== 'finished') return { ...task, result: null }
      const [stored] = await executions.result([id, caller.accountId])
      if (!stored?.body || !stored.encoding) throw new Gone(goneSentence)
      return { ...task, result: JSON.parse(await unpackResult(stored.body, stored.encoding)) }
    },

    async stop(caller, service, id, type) {
      await rowOf(caller, service, id, type)
      await stopOne(caller, id)
      for (const child of await rows.unfinishedChildren([id])) await stopOne(caller, child.id)
      return toTask(await rowOf(caller, service, id))
    },

    async analyse(caller, service, recordingId, parameters) {
      const asker = { accountId: caller.accountId, identityId: requireIdentity(caller) }
      const recording = await recordings.open(caller, service, recordingId)
      const source = taskSource(recording, await nowOf(service), now() / 1000)
      return options.analyseNow(asker, source, parameters)
    }
  }

  async function stopOne(caller: Caller, id: string): Promise<void> {
    const [stopped] = await executions.stop([now(), id, caller.accountId])
    if (!stopped) return
    await database.notify('executions', `${id} stopped`)
    // Its worker hears of it and kills what it runs; on a server that worker may be gone, and its query not.
    if (warehouse.kind === 'server' && stopped.started_at !== null) await warehouse.kill(id)
  }
}

const goneSentence = 'The result of this task was removed: submit the task again for a new one'

function checkName(name: string): void {
  if (name.length > maxName || name.includes('\0') || !name.isWellFormed())
    throw new InvalidRequest(`The name parameter must be a text of at most ${maxName} characters`)
}

const mayBeEmpty = new Set(['filter', 'start', 'end'])

// An empty filter was not shown again; Python's client takes every start and end that it is shown for a time.
function asEchoed(parameters: JsonObject): JsonObject {
  const members = Object.entries(parameters)
  return Object.fromEntries(members.filter(([name, value]) => value !== '' || !mayBeEmpty.has(name)))
}
