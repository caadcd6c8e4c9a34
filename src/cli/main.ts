import { Command, CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import { ServiceError } from '../errors.ts'
import { isStorageError } from '../store/sqlite-code.ts'
import { version } from '../version.ts'
import { exitCodeOf } from './exit-codes.ts'
import type { Session } from './session.ts'
import { endStdin } from './stdin.ts'
import { createTerminal } from './terminal.ts'

type AddCommand = (program: Command, session: Session) => void

// In the order of --help.
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  demo: async () => (await import('./demo.ts')).addDemo,
  serve: async () => (await import('./serve.ts')).addServe,
  import: async () => (await import('./import.ts')).addImport,
  report: async () => (await import('./report.ts')).addReport,
  analyze: async () => (await import('./analyze.ts')).addAnalyze,
  tasks: async () => (await import('./tasks.ts')).addTasks,
  targets: async () => (await import('./targets.ts')).addTargets,
  status: async () => (await import('./status.ts')).addStatus,
  stop: async () => (await import('./stop.ts')).addStop,
  token: async () => (await import('./token.ts')).addToken,
  erase: async () => (await import('./erase.ts')).addErase,
  enrich: async () => (await import('./enrich.ts')).addEnrich,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  migrate: async () => (await import('./migrate.ts')).addMigrate,
  worker: async () => (await import('./worker.ts')).addWorker
}

const session: Session = {
  config: (defaults = {}) => readConfig({ ...defaults, ...setVariables() }),
  terminal: createTerminal()
}

const program = new Command('demograph')
  .description('Audience intelligence over your own social data.')
  .version(version)
  .exitOverride()
  .configureHelp({ helpWidth: Math.min(100, process.stdout.columns || 100) })
  .showHelpAfterError('(--help shows how it is used.)')
  .addHelpText(
    'after',
    '\nSettings come from the environment: DEMOGRAPH_HOME (default ./demograph-data), HOST, PORT,\nDATABASE_URL, WAREHOUSE_URL and others. docs/command-line.md lists them, and the exit codes.\n'
  )
for (const load of wanted(process.argv[2])) {
  const add = await load()
  add(program, session)
}

// The reader of a pipe may have seen enough (`| head`): that is no error.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  tell(error)
  process.exitCode = exitCodeOf(error)
} finally {
  endStdin()
}

/** The command that is asked for: it starts in two thirds of the time without the others. All for help, and when none has that name. */
function wanted(name = ''): readonly (() => Promise<AddCommand>)[] {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  return load ? [load] : Object.values(commands)
}

function setVariables(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
}

/** What went wrong, as sentences; a bug also shows where. Commander has told its own errors already. */
function tell(error: unknown): void {
  if (error instanceof CommanderError) return
  if (error instanceof ServiceError) for (const sentence of error.errors) session.terminal.say(sentence)
  else if (isOutside(error)) session.terminal.say(`${error.message}. \`demograph doctor\` says more.`)
  else session.terminal.say(`This is a bug in demograph: ${error instanceof Error ? error.stack : String(error)}`)
}

/** An error of the operating system, of PostgreSQL or of SQLite's file: a full disk, a server that does not answer, damage. */
function isOutside(error: unknown): error is Error {
  return error instanceof Error && ('syscall' in error || 'severity' in error || isStorageError(error))
}
