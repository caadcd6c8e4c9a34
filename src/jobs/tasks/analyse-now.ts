import { randomUUID } from 'node:crypto'
import type { AnalysisResult } from '../../analytics/interactions/analysis.ts'
import { TooMany } from '../../errors.ts'
import { analysisHours } from '../../store/analysis-hours.ts'
import type { Database } from '../../store/database.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { unpackResult } from '../stored-result.ts'
import type { TaskQuestions } from './task-questions.ts'
import { taskRows } from './task-rows.ts'
import type { TaskSource } from './task-source.ts'

/** Who asks. */
type Asker = { readonly accountId: string; readonly identityId: string }

/** Answers an analysis while its caller waits: from an earlier task's result, or by asking now. */
export type AnalyseNow = (asker: Asker, source: TaskSource, parameters: unknown) => Promise<unknown>

/** Analyses that are answered without a task, at once in one process. */
const mostAtOnce = 4
/** How long a caller is kept waiting; a task may take longer. */
const longestMs = 60_000

export function createAnalyseNow({
  database,
  warehouse,
  questions,
  now
}: {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly questions: TaskQuestions
  readonly now: () => number
}): AnalyseNow {
  const rows = taskRows(database)
  const hours = analysisHours(database)
  let running = 0

  async function askNow(source: TaskSource, parameters: unknown): Promise<AnalysisResult> {
    if (running >= mostAtOnce)
      throw new TooMany(`${mostAtOnce} analyses are being answered already: try again in a moment, or submit a task`, 1)
    running++
    const end = new AbortController()
    const timeUp = setTimeout(() => end.abort(), longestMs)
    try {
      const question = await questions.analysis(source, parameters, false)
      return await questions.answer(question, source, warehouse.tagged(randomUUID(), end.signal))
    } catch (error) {
      if (!end.signal.aborted) throw error
      throw new TooMany('This analysis takes longer than a call may: submit it as a task', 60)
    } finally {
      clearTimeout(timeUp)
      running--
    }
  }

  return async ({ accountId, identityId }, source, parameters) => {
    const checked = await questions.check('analysis', source, parameters)
    await hours.add({ identityId, service: source.service }, now())
    const fingerprint = await questions.fingerprint(accountId, 'analysis', checked)
    const [answer] = await rows.answerBody([fingerprint])
    if (answer) return JSON.parse(await unpackResult(answer.body, answer.encoding))
    return askNow(source, parameters)
  }
}
