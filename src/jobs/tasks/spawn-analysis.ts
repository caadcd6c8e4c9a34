import { setTimeout as sleep } from 'node:timers/promises'
import type { AnalysisResult } from '../../analytics/interactions/analysis.ts'
import { InvalidRequest, Stopped } from '../../errors.ts'
import { analysisHours } from '../../store/analysis-hours.ts'
import type { Database } from '../../store/database.ts'
import type { ExecutionRow } from '../../store/schema.ts'
import { executionRows } from '../execution-rows.ts'
import { unpackResult } from '../stored-result.ts'
import { storeTask } from './store-task.ts'
import type { StrategyContext } from './strategy.ts'
import type { TaskQuestions } from './task-questions.ts'
import type { StoredTask, TaskRows } from './task-rows.ts'
import type { TaskSource } from './task-source.ts'
import type { TaskWorker } from './task-worker.ts'
import { toTask } from './to-task.ts'

type Spawning = {
  readonly database: Database
  readonly rows: TaskRows
  readonly questions: TaskQuestions
  /** The strategy's own. */
  readonly row: ExecutionRow
  readonly task: StoredTask
  readonly source: TaskSource
  readonly worker: TaskWorker
}

const lookAgainMs = 100

/**
 * Runs analyses of a strategy as tasks of their own, in the hands of the worker that runs the strategy: they never wait for a
 * free one, which might be the one that waits for them. What an earlier try of the strategy has had answered is not asked again.
 */
export function spawnAnalysis(spawning: Spawning): StrategyContext['analyse'] {
  const { database, rows, questions, row, task, source, worker } = spawning
  const executions = executionRows(database)
  const hours = analysisHours(database)

  /** Stores the task as one that this worker holds, or as answered when it is; nothing to run then. */
  async function spawn(name: string, text: string): Promise<ExecutionRow | undefined> {
    const checked = await questions.check('analysis', source, JSON.parse(text), true)
    const fingerprint = await questions.fingerprint(row.account_id, 'analysis', checked)
    const id = await database.transact(async trx => {
      const now = worker.now()
      const [time] = await rows.nextTime([now, now, row.account_id], trx)
      const [counted] = await rows.countUsage([now, now, row.id, row.id, row.attempt], trx)
      if (!counted) throw new Stopped('This task is not held any more.')
      await hours.add({ identityId: task.identity_id, service: source.service }, now, trx)
      const [answer] = await rows.answer([fingerprint], trx)
      const held = { state: 'running', worker: worker.id, leaseUntil: now + worker.leaseMs } as const
      const child = {
        accountId: row.account_id,
        identity_id: task.identity_id,
        recording_id: task.recording_id,
        type: 'analysis',
        name,
        parent_id: row.id,
        parameters: text,
        source,
        fingerprint,
        totalSteps: checked.totalSteps,
        estimate: { runMs: 0, waitMs: 0 }
      } as const
      const beginning = answer ? ({ state: 'finished' } as const) : held
      return storeTask(rows, trx, child, beginning, { submitted: time?.last_task_at ?? now, now })
    })
    const [stored] = await executions.get([id])
    return stored?.state === 'running' ? stored : undefined
  }

  async function take(child: {
    readonly id: string
    readonly worker: string | null
  }): Promise<ExecutionRow | undefined> {
    if (worker.isRunning(child.id)) return undefined
    const now = worker.now()
    const [taken] = await rows.takeChild([worker.id, now + worker.leaseMs, now, child.id, now, worker.id])
    return taken
  }

  return async (name, parameters) => {
    const title = `${name} [${row.id}]`
    const text = JSON.stringify(parameters)
    for (;;) {
      if (worker.signal.aborted) throw new Stopped('The work was stopped.')
      const [child] = await rows.child([row.id, title, text])
      const state = child?.execution_state
      const found = child && state === 'finished' ? await answerOf(child.id) : undefined
      if (found) return found
      if (child && (state === 'failed' || state === 'stopped' || state === 'invalid-result'))
        throw new InvalidRequest(`The analysis task ${child.id} did not succeed: ${toTask(child).message}`)
      const mine = child && state !== 'finished' ? await take(child) : await spawn(title, text)
      if (mine) await worker.runChild(mine)
      else if (child) await sleep(lookAgainMs, undefined, { signal: worker.signal }).catch(() => {})
    }
  }

  /** Nothing once it was removed. */
  async function answerOf(id: string): Promise<AnalysisResult | undefined> {
    const [stored] = await executions.result([id, row.account_id])
    if (!stored?.body || !stored.encoding) return undefined
    return JSON.parse(await unpackResult(stored.body, stored.encoding)) as AnalysisResult // As it was stored by a worker.
  }
}
