import { type Command, InvalidArgumentError, Option } from 'commander'
import { intervals } from '../analytics/interactions/analysis.ts'
import { InvalidRequest, NotFound } from '../errors.ts'
import { readTime } from '../importers/values/read-time.ts'
import { standingRecordingId } from '../jobs/recordings/standing-recording.ts'
import { type Service, serviceNames } from '../model/ids.ts'
import { parse } from '../parse.ts'
import type { ApiClient } from './api-client.ts'
import { askTask, type Task, type TaskQuestion } from './ask-task.ts'
import { connect } from './connection.ts'
import { BadOutcome } from './exit-codes.ts'
import { listenForInterrupt } from './interrupt.ts'
import { quietLog } from './quiet-log.ts'
import { wholeNumber } from './read-option.ts'
import { examples, type Session } from './session.ts'
import { jobLine } from './text/progress.ts'
import { AnalysisAnswer, analysisCsv, analysisView } from './views/analysis-view.ts'

type AnalyzeOptions = {
  readonly freqDist?: readonly string[]
  readonly threshold?: readonly number[]
  readonly timeSeries?: string
  readonly span?: number
  readonly filter?: string
  readonly start?: number
  readonly end?: number
  readonly service: Service
  readonly recording?: string
  readonly name?: string
  readonly rows: number
  readonly csv?: boolean
  readonly json?: boolean
}

export function addAnalyze(program: Command, session: Session): void {
  program
    .command('analyze')
    .summary('count what posts hold, or how many there were over time')
    .description('Submit an analysis of the Task API over the posts of a service, wait for the answer and show it.')
    .option('--freq-dist <target>', 'count the values of a target; up to three times for values within values', collect)
    .option(
      '--threshold <numbers>',
      'the most values of each level, for instance 10 or 10,3 (server default 200)',
      wholeNumbers
    )
    .addOption(new Option('--time-series <interval>', 'count over time').choices([...intervals]))
    .option('--span <number>', 'how many intervals make one bucket', wholeNumber(1))
    .option('--filter <csdl>', 'only posts that match, for instance \'interaction.content contains "vote"\'')
    .option('--start <time>', 'from here on: ISO 8601 or unix seconds; without a zone it is UTC', unixSeconds)
    .option('--end <time>', 'before this', unixSeconds)
    .addOption(new Option('--service <name>', 'the network').choices(serviceNames).default('twitter'))
    .option('--recording <id>', 'a recording instead of everything that the service holds')
    .option('--name <text>', 'what the task is called in `demograph tasks`')
    .option('--rows <number>', 'how many values are shown here', wholeNumber(1), 20)
    .option('--csv', 'the answer as CSV')
    .option('--json', 'the result as JSON, unchanged')
    .addHelpText(
      'after',
      examples(
        'analyze --freq-dist interaction.hashtags --threshold 10',
        'analyze --freq-dist links.domain --freq-dist twitter.user.gender --threshold 10,2 --csv',
        `analyze --time-series day --filter 'interaction.content contains_any "vote, election"'`,
        'analyze --time-series minute --start 2017-06-13T18:00Z --end 2017-06-13T19:00Z'
      )
    )
    .action((options: AnalyzeOptions) => analyze(session, options))
}

async function analyze({ config, terminal }: Session, options: AnalyzeOptions): Promise<void> {
  const question = questionOf(options)
  const settings = config()
  using interrupt = listenForInterrupt()
  await using connection = await connect(settings, quietLog(settings))
  const task = await follow(connection.api, question, terminal, interrupt.signal)
  if (task.status !== 'completed') {
    throw new BadOutcome([`The task ${task.id} has ${task.status}.`, ...(task.message ? [task.message] : [])])
  }
  if (options.json) return terminal.print(JSON.stringify(task.result))
  const answer = parse(AnalysisAnswer, task.result)
  if (options.csv) return void process.stdout.write(analysisCsv(answer))
  const { width, bold, dim } = terminal
  for (const line of analysisView(answer, { limit: options.rows, width, bold, dim })) terminal.print(line)
  terminal.say(`\nTask ${task.id}. The whole result: add --json or --csv.`)
}

async function follow(
  api: ApiClient,
  question: TaskQuestion,
  terminal: Session['terminal'],
  signal: AbortSignal
): Promise<Task> {
  const startedAt = Date.now()
  using line = terminal.liveLine()
  try {
    return await askTask(api, question, {
      signal,
      onTask: ({ name, status }) => line.show(() => jobLine(name, status, 0, Date.now() - startedAt, terminal.width))
    })
  } catch (error) {
    if (error instanceof NotFound) throw new NotFound(nothingToCount(question))
    throw error
  }
}

function nothingToCount({ service, recordingId }: TaskQuestion): string {
  return recordingId === standingRecordingId(service)
    ? `There are no posts of ${service} here: \`demograph import\` brings them in; --service names another network.`
    : `There is no recording ${recordingId} of ${service}.`
}

function questionOf(options: AnalyzeOptions): TaskQuestion {
  const { service, recording, filter, start, end } = options
  const analysis = analysisOf(options)
  const parameters = {
    ...(filter !== undefined && { filter }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    parameters: analysis
  }
  return {
    service,
    type: 'analysis',
    recordingId: recording ?? standingRecordingId(service),
    name: options.name ?? (options.timeSeries ? `Posts by ${options.timeSeries}` : (options.freqDist ?? []).join(', ')),
    parameters
  }
}

function analysisOf({ freqDist, timeSeries, threshold = [], span }: AnalyzeOptions): object {
  if (freqDist !== undefined && timeSeries === undefined) return nested(freqDist, threshold)
  if (timeSeries !== undefined && freqDist === undefined) {
    const parameters = { interval: timeSeries, ...(span !== undefined && { span }) }
    return { analysis_type: 'timeSeries', parameters }
  }
  throw new InvalidRequest(
    'Say what to count, either --freq-dist TARGET or --time-series INTERVAL; `demograph targets` lists targets.'
  )
}

/** A level for each target; the last threshold holds for the levels that have none of their own. */
function nested([target, ...inner]: readonly string[], [threshold, ...thresholds]: readonly number[]): object {
  const rest = thresholds.length > 0 || threshold === undefined ? thresholds : [threshold]
  return {
    analysis_type: 'freqDist',
    parameters: { target, ...(threshold !== undefined && { threshold }) },
    ...(inner.length > 0 && { child: nested(inner, rest) })
  }
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

function wholeNumbers(argument: string): readonly number[] {
  return argument.split(',').map(text => wholeNumber(1)(text.trim()))
}

function unixSeconds(argument: string): number {
  const time = readTime(argument, 'UTC')
  if (time === undefined) throw new InvalidArgumentError('It is a time such as 2017-06-13T18:00Z, or unix seconds.')
  return Math.floor(time / 1000)
}
