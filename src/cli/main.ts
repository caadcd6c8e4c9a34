import { CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import { ServiceError } from '../errors.ts'
import { isStorageError } from '../store/sqlite-code.ts'
import { exitCodeOf } from './exit-codes.ts'
import { createProgram } from './program.ts'
import type { Session } from './session.ts'
import { endStdin } from './stdin.ts'
import { createTerminal } from './terminal.ts'

const session: Session = {
  config: (defaults = {}) => readConfig({ ...defaults, ...setVariables() }),
  terminal: createTerminal()
}

// The reader of a pipe may have seen enough (`| head`): that is no error.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit()
  throw error
})

try {
  const program = await createProgram(session, process.argv[2])
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
