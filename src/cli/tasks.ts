import { type Command, Option } from 'commander'
import { type Static, Type } from 'typebox'
import { InvalidRequest } from '../errors.ts'
import { csvText } from '../http/csv-text.ts'
import { type Service, serviceNames } from '../model/ids.ts'
import { parse } from '../parse.ts'
import { Task, taskApi } from './ask-task.ts'
import { connect } from './connection.ts'
import { quietLog } from './quiet-log.ts'
import { wholeNumber } from './read-option.ts'
import { examples, type Session } from './session.ts'
import { formatDuration } from './text/figures.ts'
import { printable } from './text/printable.ts'
import { type Emphasis, table } from './text/table.ts'

type TasksOptions = {
  readonly service: Service
  readonly type: string
  readonly status?: string
  readonly page: number
  readonly perPage: number
  readonly json?: boolean
  readonly csv?: boolean
}

const TaskList = Type.Object({
  count: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
  tasks: Type.Array(Task)
})

export function addTasks(program: Command, session: Session): void {
  program
    .command('tasks')
    .summary('where tasks of the Task API stand')
    .description('The tasks of a service, newest first; with an id one task and its result.')
    .argument('[id]', 'the 40 characters that `analyze` or POST /pylon/{service}/task answered')
    .addOption(new Option('--service <name>', 'the network').choices(serviceNames).default('twitter'))
    .addOption(new Option('--type <type>', 'which tasks').choices(['analysis', 'strategy']).default('analysis'))
    .addOption(new Option('--status <status>', 'only these').choices(['queued', 'running', 'completed', 'failed']))
    .option('--page <number>', 'which page', wholeNumber(1), 1)
    .option('--per-page <number>', 'how many on a page, at most 100', wholeNumber(1), 25)
    .option('--csv', 'the list as CSV')
    .option('--json', 'the answer as JSON')
    .addHelpText(
      'after',
      examples('tasks', 'tasks --type strategy --status failed', 'tasks --page 2 --per-page 100 --json')
    )
    .action((id: string | undefined, options: TasksOptions) => tasks(session, id, options))
}

async function tasks({ config, terminal }: Session, id: string | undefined, options: TasksOptions): Promise<void> {
  const { service, type, status, page, perPage } = options
  const settings = config()
  await using connection = await connect(settings, quietLog(settings))
  const path = `${taskApi}/${service}/task`
  if (id !== undefined) {
    if (!/^[0-9a-f]{40}$/.test(id))
      throw new InvalidRequest(`${printable(id)}: the id of a task is 40 characters, 0-9 and a-f.`)
    const found = await connection.api.call('GET', `${path}/${encodeURIComponent(id)}`)
    return terminal.print(JSON.stringify(found, null, options.json ? undefined : 2))
  }
  const query = { status, page, per_page: perPage }
  const answer = await connection.api.call('GET', `${path}/${type}`, { query })
  if (options.json) return terminal.print(JSON.stringify(answer))
  const list = parse(TaskList, answer)
  if (options.csv) return void process.stdout.write(tasksCsv(list))
  if (list.tasks.length === 0) return terminal.say(`No tasks of the type ${type} in ${service}.`)
  for (const line of taskTable(list, terminal.dim)) terminal.print(line)
  if (list.pages > 1) terminal.say(`Page ${list.page} of ${list.pages}, ${list.count} tasks; --page shows others.`)
}

// The wire's times are whole seconds.
function formatWholeSeconds(seconds: number): string {
  return seconds < 1 ? 'under 1 s' : formatDuration(seconds * 1000)
}

/** The list as a table. Times are UTC. */
export function taskTable({ tasks }: Pick<Static<typeof TaskList>, 'tasks'>, emphasis: Emphasis): string[] {
  const columns = [
    { title: 'task' },
    { title: 'name', maxWidth: 32 },
    { title: 'status' },
    { title: 'steps' },
    { title: 'submitted UTC' },
    { title: 'took', align: 'right' }
  ] as const
  const rows = tasks.map(task => [
    task.id,
    printable(task.name),
    task.status,
    task.total_steps === null ? '' : `${task.steps_completed ?? 0} of ${task.total_steps}`,
    new Date(task.created_at * 1000).toISOString().slice(0, 16).replace('T', ' '),
    task.status === 'completed' ? formatWholeSeconds(task.updated_at - task.created_at) : ''
  ])
  return table(columns, rows, emphasis)
}

function tasksCsv({ tasks }: Static<typeof TaskList>): string {
  const columns = ['id', 'name', 'type', 'status', 'created_at', 'updated_at'] as const
  return csvText([columns, ...tasks.map(task => columns.map(column => task[column]))])
}
