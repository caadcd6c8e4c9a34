import path from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { isObject } from '../json-object.ts'
import { parse } from '../parse.ts'
import type { ApiClient } from './api-client.ts'
import { askJob } from './ask-job.ts'
import { connect } from './connection.ts'
import { answerTo, startRecording } from './demo/ask-tasks.ts'
import { openDemoFolder } from './demo/demo-folder.ts'
import {
  type DemoPlace,
  goOn,
  introduction,
  questionLines,
  recordingLines,
  taskLines,
  thresholds
} from './demo/demo-text.ts'
import { importCorpus } from './demo/import-corpus.ts'
import { type DemoQuestion, demoQuestions } from './demo/questions.ts'
import { type TaskQuestion, taskQuestions } from './demo/task-questions.ts'
import { BadOutcome } from './exit-codes.ts'
import { listenForInterrupt } from './interrupt.ts'
import { quietLog } from './quiet-log.ts'
import { examples, type Session } from './session.ts'
import { silent, type Terminal } from './terminal.ts'
import { formatDuration } from './text/figures.ts'
import { accountNames } from './views/account-names.ts'
import { AnalysisAnswer, analysisView } from './views/analysis-view.ts'
import { resultView } from './views/result-view.ts'

const corpus = new URL('../../data/demo-corpus/', import.meta.url)

/** Where the environment says nothing: the demo's own folder, and thresholds that its small corpus can meet. */
const demoSettings = {
  DEMOGRAPH_HOME: 'demograph-data/demo',
  DEMOGRAPH_PRIVACY_MIN_AUTHORS: '3',
  DEMOGRAPH_PRIVACY_MIN_TOTAL: '20',
  DEMOGRAPH_PRIVACY_ROUND_TO: '1'
}

export function addDemo(program: Command, session: Session): void {
  program
    .command('demo')
    .summary('seven questions about real data, answered here and now')
    .description(
      'Import the bundled corpus into a folder of its own, ask the four job types and the Task API, and show the answers.'
    )
    .option('--json', 'the seven results as JSON')
    .addHelpText('after', examples('demo', 'demo --json'))
    .action((options: { json?: boolean }) => demo(session, options.json === true))
}

async function demo({ config, terminal }: Session, isJson: boolean): Promise<void> {
  const settings = ownStoresOnly(config(demoSettings))
  const folder = openDemoFolder(settings.home, settings.presetToken)
  const place = { folder: asTyped(settings.home), token: folder.token, config: settings }
  const shown = isJson ? { ...silent(terminal), print: () => {} } : terminal
  using interrupt = listenForInterrupt()
  for (const line of introduction(place.folder, shown)) shown.print(line)
  await using connection = await connect({ ...settings, presetToken: folder.token }, quietLog(settings))
  const { api } = connection
  for (const line of await importCorpus(api, corpus, folder, shown, interrupt.signal)) shown.print(line)
  for (const line of thresholds(settings.privacy)) shown.print(line)
  const jobs = await askJobs(api, place, shown, interrupt.signal)
  const tasks = await askTasks(api, place, shown, interrupt.signal, Object.keys(jobs).length)
  for (const line of goOn(place, shown)) shown.print(line)
  if (isJson) terminal.print(JSON.stringify({ ...jobs, tasks }))
}

/** The results of the jobs by their names, each shown as it comes. */
async function askJobs(api: ApiClient, place: DemoPlace, shown: Terminal, signal: AbortSignal) {
  const results: Record<string, unknown> = {}
  for (const [index, question] of (await demoQuestions(corpus)).entries()) {
    for (const line of questionLines(question, index + 1, place, shown)) shown.print(line)
    const startedAt = Date.now()
    const result = await resultOf(api, question, signal)
    results[question.job] = result
    for (const line of answerLines(question, result, shown)) shown.print(line)
    shown.print(`\n  ${question.reading} ${answeredIn(startedAt, shown)}`)
  }
  return results
}

/** The results of the tasks in the order of their questions, each shown as it comes; numbered on from those before. */
async function askTasks(api: ApiClient, place: DemoPlace, shown: Terminal, signal: AbortSignal, before: number) {
  for (const line of recordingLines(place, shown)) shown.print(line)
  const recordingId = await startRecording(api)
  const results: unknown[] = []
  for (const [index, question] of taskQuestions.entries()) {
    for (const line of taskLines(question, before + index + 1, recordingId, place, shown)) shown.print(line)
    const startedAt = Date.now()
    const { result } = await answerTo(api, question, recordingId, signal)
    results.push(result)
    for (const line of taskAnswerLines(question, result, shown)) shown.print(line)
    shown.print(`\n  ${question.reading} ${answeredIn(startedAt, shown)}`)
  }
  return results
}

function answeredIn(startedAt: number, { dim }: Terminal): string {
  return dim(`Answered in ${formatDuration(Date.now() - startedAt)}.`)
}

/** A folder below this one by its short name, any other in full. */
function asTyped(folder: string): string {
  const relative = path.relative('.', folder) || '.'
  return relative.startsWith('..') ? folder : relative
}

/** What the demo imports must not get into anybody's servers. */
function ownStoresOnly(config: Config): Config {
  return { ...config, databaseUrl: '', warehouseUrl: '', warehouseCluster: '', tls: null }
}

async function resultOf(api: ApiClient, { job, ids }: DemoQuestion, signal: AbortSignal): Promise<unknown> {
  const question = { job, body: { ids }, isFresh: false }
  const status = await askJob(api, question, { signal, onStatus: () => {} })
  if (status.status !== 'FINISHED') throw new BadOutcome([`${job} ended as ${status.status}.`, ...status.errors])
  return api.call('GET', `/resources/${status.execution}/result.json`)
}

/** The parts of an answer that the question is about, a few lines of each. */
function answerLines({ shown }: DemoQuestion, result: unknown, { width, bold, dim }: Terminal): string[] {
  const view = { limit: 6, width: width - 2, names: accountNames(result), bold, dim }
  const isShown = (name: string) => shown.length === 0 || shown.includes(name) || name.startsWith('_')
  const members = isObject(result) ? Object.entries(result).filter(([name]) => isShown(name)) : []
  return resultView(Object.fromEntries(members), view).map(line => (line === '' ? '' : `  ${line}`))
}

function taskAnswerLines({ type }: TaskQuestion, result: unknown, { width, bold, dim }: Terminal): string[] {
  const view = { limit: type === 'analysis' ? 31 : 8, width: width - 2, bold, dim }
  const lines = type === 'analysis' ? analysisView(parse(AnalysisAnswer, result), view) : resultView(result, view)
  return lines.map(line => (line === '' ? '' : `  ${line}`))
}
