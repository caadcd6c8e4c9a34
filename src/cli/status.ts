import type { Command } from 'commander'
import type { Static } from 'typebox'
import { ExecutionsResponse } from '../http/wire-schemas.ts'
import { parse } from '../parse.ts'
import { type Status, statusOf } from './ask-job.ts'
import { connect } from './connection.ts'
import { quietLog } from './quiet-log.ts'
import { wholeNumber } from './read-option.ts'
import { examples, type Session } from './session.ts'
import { formatDuration } from './text/figures.ts'
import { pad, printable } from './text/printable.ts'
import { type Emphasis, table } from './text/table.ts'

type StatusOptions = {
  readonly json?: boolean
  readonly job?: string
  readonly label?: string
  readonly status?: string
  readonly user?: string
  readonly project?: string
  readonly max: number
  readonly offset: number
}

export function addStatus(program: Command, session: Session): void {
  program
    .command('status')
    .summary('where executions stand')
    .description('Where an execution stands; without a hash, the list of executions, newest first.')
    .argument('[hash]', 'the 26 characters that a report or /execute answered')
    .option('--job <JobType>', 'list: only of this job type')
    .option('--label <text>', 'list: only with this label')
    .option('--status <words>', 'list: only these, for instance RUNNING,SUBMITTED')
    .option('--user <text>', 'list: only of this user')
    .option('--project <text>', 'list: only of this project')
    .option('--max <number>', 'list: how many', wholeNumber(1), 20)
    .option('--offset <number>', 'list: how many newer ones to leave out', wholeNumber(0), 0)
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples('status', 'status --status RUNNING,SUBMITTED', 'status 4k2f7qh3m1n8p5r6s9t0v2w4x6'))
    .action((hash: string | undefined, options: StatusOptions) => status(session, hash, options))
}

async function status({ config, terminal }: Session, hash: string | undefined, options: StatusOptions): Promise<void> {
  const settings = config()
  await using connection = await connect(settings, quietLog(settings))
  if (hash !== undefined) {
    const found = await statusOf(connection.api, hash)
    return terminal.print(options.json ? JSON.stringify(found) : statusCard(found).join('\n'))
  }
  const { json, ...query } = options
  const list = parse(ExecutionsResponse, await connection.api.call('GET', '/executions', { query }))
  if (json) return terminal.print(JSON.stringify(list))
  if (list.items.length === 0) return terminal.say('No executions.')
  for (const line of executionTable(list, Date.now(), terminal.dim)) terminal.print(line)
  if (list.totalItems > list.items.length)
    terminal.say(`${list.items.length} of ${list.totalItems}; --offset and --max show others.`)
}

/** An execution's status as labelled lines; what is empty is left out. */
function statusCard(status: Status): string[] {
  const facts: [string, string][] = [
    ['execution', status.execution],
    ['job', status.job],
    ['status', `${status.status}, ${Math.floor(status.progress)} %`],
    ['labels', status.labels.map(printable).join(', ')],
    ['submitted', status.submitted_at],
    ['started', status.started_at ?? ''],
    ['finished', status.finished_at ?? ''],
    [status.finished_at ? 'took' : 'forecast', formatDuration(status.runMs)],
    ['result', status.result ?? ''],
    ...status.warnings.map((warning): [string, string] => ['warning', printable(warning)]),
    ...status.errors.map((error): [string, string] => ['error', printable(error)])
  ]
  return facts.filter(([, text]) => text !== '').map(([name, text]) => `${pad(name, 9)}  ${text}`)
}

/** The list of executions as a table that fits 80 columns while there are no labels; `now` in ms. */
export function executionTable(
  { items }: Pick<Static<typeof ExecutionsResponse>, 'items'>,
  now: number,
  emphasis: Emphasis
): string[] {
  const columns = [
    { title: 'execution' },
    { title: 'job' },
    { title: 'status' },
    { title: 'time UTC' },
    { title: 'took', align: 'right' },
    { title: 'labels', maxWidth: 24 }
  ] as const
  const rows = items.map(item => [
    item.execution,
    item.job,
    item.finished_at ? item.status : `${item.status} ${Math.floor(item.progress)} %`,
    timeOrDay(item.submitted_at, now),
    item.finished_at ? formatDuration(item.runMs) : '',
    item.labels.map(printable).join(', ')
  ])
  return table(columns, rows, emphasis)
}

/** Of today the time, of other days the date. */
function timeOrDay(time: string, now: number): string {
  const isToday = time.startsWith(new Date(now).toISOString().slice(0, 10))
  return isToday ? time.slice(11, 19) : time.slice(0, 10)
}
