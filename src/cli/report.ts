import { constants, createWriteStream, existsSync, statSync } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { InvalidRequest, NotFound } from '../errors.ts'
import type { JobDefinition } from '../jobs/define-job.ts'
import { loadFolder } from '../load-folder.ts'
import type { ApiClient } from './api-client.ts'
import { askJob, type JobQuestion, type Status } from './ask-job.ts'
import { connect } from './connection.ts'
import { BadOutcome } from './exit-codes.ts'
import { listenForInterrupt } from './interrupt.ts'
import { quietLog } from './quiet-log.ts'
import { readIds } from './read-ids.ts'
import { type RequestOptions, readOption, wholeNumber } from './read-option.ts'
import { examples, type Session } from './session.ts'
import { takeStdin } from './stdin.ts'
import { jobLine } from './text/progress.ts'
import { resultView } from './views/result-view.ts'

type ReportOptions = {
  readonly json?: boolean
  readonly csv?: boolean
  readonly output?: string
  readonly limit?: number
  readonly rows: number
  readonly option?: RequestOptions
  readonly label?: readonly string[]
  readonly fresh?: boolean
}

export function addReport(program: Command, session: Session): void {
  program
    .command('report')
    .summary('ask a question about an audience')
    .description('Ask a question about an audience, wait for the answer and show it.')
    .argument('<JobType>', 'AnalyzePublicProfiles, AudienceInfluencers, ExternalInfluencers, FollowerBreakdown')
    .argument('<ids...>', 'ids such as twitter:116679528, handles such as twitter:@name, @FILE, or - for stdin')
    .option('--limit <number>', 'how long a ranking is (server default 100)', wholeNumber(1))
    .option('--rows <number>', 'how many lines of each list are shown here', wholeNumber(1), 10)
    .option('--option <key=value>', 'another member of the request; may be repeated', readOption)
    .option('--label <text>', 'a label for `status --label`; may be repeated', collect)
    .option('--fresh', 'compute anew, even when this question is answered already')
    .option('--csv', 'the answer as CSV (rankings and breakdowns)')
    .option('--json', 'the answer as JSON, unchanged')
    .option('-o, --output <file>', 'write the answer into a file: JSON, or CSV when it ends in .csv')
    .addHelpText(
      'after',
      examples(
        'report AnalyzePublicProfiles twitter:116679528 twitter:118710202',
        'report AudienceInfluencers @audience.txt --limit 20',
        'report ExternalInfluencers @audience.txt --option benchmark.group=service -o outside.csv',
        'report FollowerBreakdown twitter:@example --json | jq .together.size'
      )
    )
    .action((job: string, ids: string[], options: ReportOptions) => report(session, job, ids, options))
}

async function report(session: Session, job: string, args: readonly string[], options: ReportOptions): Promise<void> {
  const config = session.config()
  const ids = await readIds(args, takeStdin)
  if (ids.length === 0) throw new InvalidRequest('A list of ids must be present: the list given is empty.')
  if (options.output !== undefined) await requireWritable(options.output)
  using interrupt = listenForInterrupt()
  await using connection = await connect(config, quietLog(config))
  const body = {
    ...options.option,
    ids,
    ...(options.limit !== undefined && { limit: options.limit }),
    ...(options.label && { labels: options.label })
  }
  const question = { job, body, isFresh: options.fresh === true }
  const status = await follow(connection.api, question, session, interrupt.signal)
  for (const warning of status.warnings) session.terminal.say(`Warning: ${warning}`)
  if (status.status !== 'FINISHED') {
    throw new BadOutcome([`${job} (${status.execution}) ended as ${status.status}.`, ...status.errors])
  }
  await deliver(connection.api, status, session, options)
}

async function follow(
  api: ApiClient,
  question: JobQuestion,
  { terminal }: Session,
  signal: AbortSignal
): Promise<Status> {
  const startedAt = Date.now()
  using line = terminal.liveLine()
  const onStatus = ({ status, progress }: Status) =>
    line.show(() => jobLine(question.job, status, progress, Date.now() - startedAt, terminal.width))
  try {
    return await askJob(api, question, { signal, onStatus })
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    const jobs = await loadFolder<JobDefinition>(fileURLToPath(new URL('../jobs/catalog/', import.meta.url)))
    throw new InvalidRequest(
      `Invalid job type "${question.job}": it is one of ${jobs.map(job => job.name).join(', ')}.`
    )
  }
}

/** Hands the result over in the form that was asked for: a file, CSV, JSON, or tables for a person. */
async function deliver(api: ApiClient, { execution }: Status, { terminal }: Session, options: ReportOptions) {
  const isCsv = options.csv === true || options.output?.endsWith('.csv') === true
  const resource = `/resources/${execution}/${isCsv ? 'result.csv' : 'result.json'}`
  if (options.output !== undefined || isCsv || options.json) {
    const answer = await api.stream('GET', resource, { accept: isCsv ? 'text/csv' : 'application/json' })
    if (options.output === undefined) {
      await pipeline(answer, process.stdout, { end: false })
      if (!isCsv) terminal.print('')
      return
    }
    await pipeline(answer, createWriteStream(options.output))
    terminal.say(`Written to ${options.output}.`)
    return
  }
  const result = await api.call('GET', resource)
  const { width, bold, dim } = terminal
  for (const line of resultView(result, { limit: options.rows, width, bold, dim })) terminal.print(line)
  terminal.say(`\nExecution ${execution}. The whole result: add --json, or -o FILE.`)
}

/** Throws InvalidRequest before anything is asked, when the answer could not be written. */
async function requireWritable(file: string): Promise<void> {
  try {
    const isThere = existsSync(file)
    if (isThere && statSync(file).isDirectory()) throw new Error('it is a folder')
    await access(isThere ? file : path.dirname(path.resolve(file)), constants.W_OK)
  } catch (error) {
    throw new InvalidRequest(`${file} cannot be written: ${(error as Error).message}.`, { cause: error })
  }
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
