#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { addAnalyze } from './cli/analyze.ts'
import { addDemo } from './cli/demo.ts'
import { addDoctor } from './cli/doctor.ts'
import { addEnrich } from './cli/enrich.ts'
import { addErase } from './cli/erase.ts'
import { exitCodeOf } from './cli/exit-codes.ts'
import { addImport } from './cli/import.ts'
import { addMigrate } from './cli/migrate.ts'
import { addReport } from './cli/report.ts'
import { addServe } from './cli/serve.ts'
import type { Session } from './cli/session.ts'
import { addStatus } from './cli/status.ts'
import { endStdin } from './cli/stdin.ts'
import { addStop } from './cli/stop.ts'
import { addTargets } from './cli/targets.ts'
import { addTasks } from './cli/tasks.ts'
import { createTerminal } from './cli/terminal.ts'
import { addToken } from './cli/token.ts'
import { addWorker } from './cli/worker.ts'
import { readConfig } from './config.ts'
import { ServiceError } from './errors.ts'
import { keepCompiledCode } from './keep-compiled.ts'
import { isStorageError } from './store/sqlite-code.ts'
import { version } from './version.ts'

keepCompiledCode()

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
const commands = [
  addDemo,
  addServe,
  addImport,
  addReport,
  addAnalyze,
  addTasks,
  addTargets,
  addStatus,
  addStop,
  addToken,
  addErase,
  addEnrich,
  addDoctor,
  addMigrate,
  addWorker
]
for (const add of commands) add(program, session)

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
