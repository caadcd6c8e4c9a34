import { Stopped } from '../../errors.ts'
import type { Database } from '../../store/database.ts'
import type { ExecutionRow } from '../../store/schema.ts'
import type { Outcome } from '../outcome.ts'
import { outcomeOfError } from '../outcome.ts'
import { spawnAnalysis } from './spawn-analysis.ts'
import type { CheckedTask, TaskQuestions } from './task-questions.ts'
import { type StoredTask, taskRows } from './task-rows.ts'
import { readStoredSource, type TaskSource } from './task-source.ts'
import type { TaskWorker } from './task-worker.ts'

/** Runs a claimed and started task. Never throws: whatever happens is an outcome. */
export type RunTask = (row: ExecutionRow, worker: TaskWorker) => Promise<Outcome>

type TaskRunnerOptions = {
  readonly database: Database
  readonly questions: TaskQuestions
}

/** What a worker does with tasks. */
export function createTaskRunner({ database, questions }: TaskRunnerOptions): RunTask {
  const rows = taskRows(database)

  /** Names the question over the corpus as it is now; whether that is answered already. */
  async function isAnswered(row: ExecutionRow, task: StoredTask, checked: CheckedTask): Promise<boolean> {
    const fingerprint = await questions.fingerprint(row.account_id, task.type, checked)
    if (fingerprint !== row.fingerprint) await rows.setFingerprint([fingerprint, row.id, row.attempt])
    const [answer] = await rows.answer([fingerprint])
    return answer !== undefined
  }

  async function runAnalysis(task: StoredTask, source: TaskSource, parameters: unknown, worker: TaskWorker) {
    const question = await questions.analysis(source, parameters, task.parent_id !== null)
    return questions.answer(question, source, worker.warehouse.tagged(task.id, worker.signal))
  }

  function runStrategy(
    row: ExecutionRow,
    task: StoredTask,
    source: TaskSource,
    parameters: unknown,
    worker: TaskWorker
  ) {
    const setSteps = async (completed: number, total: number) => {
      const time = worker.now()
      const [set] = await rows.setSteps([completed, total, time, time, row.id, row.id, row.attempt])
      if (!set) throw new Stopped('This task is not held any more.')
    }
    return questions.strategy(source, parameters).run({
      midnight: source.midnight,
      analyse: spawnAnalysis({ database, rows, questions, row, task, source, worker }),
      step: setSteps
    })
  }

  return async (row, worker) => {
    try {
      const [task] = await rows.get([row.id])
      if (!task) return { state: 'failed', errors: ['This task was removed'] }
      const source = readStoredSource(row.request)
      const parameters: unknown = JSON.parse(task.parameters)
      const checked = await questions.check(task.type, source, parameters, task.parent_id !== null)
      const time = worker.now()
      await rows.setSteps([0, checked.totalSteps, time, time, row.id, row.id, row.attempt])
      if (await isAnswered(row, task, checked)) return { state: 'finished' }
      const result =
        task.type === 'strategy'
          ? await runStrategy(row, task, source, parameters, worker)
          : await runAnalysis(task, source, parameters, worker)
      return { state: 'finished', json: JSON.stringify(result) }
    } catch (error) {
      return outcomeOfError(error, row, worker)
    }
  }
}
