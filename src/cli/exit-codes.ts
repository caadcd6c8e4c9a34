import { CommanderError } from 'commander'
import {
  Conflict,
  Forbidden,
  Gone,
  NotFound,
  ServiceError,
  Stopped,
  TooMany,
  Unauthorized,
  Unavailable
} from '../errors.ts'

/** What the shell gets to see; the table in docs/command-line.md. */
export const exitCodes = {
  ok: 0,
  /** The work ended badly: a job failed, doctor found something, a bug. */
  failed: 1,
  /** The command line, a setting or the input is wrong. */
  usage: 2,
  notFound: 3,
  /** Held, busy or not ready: the same command may work later. */
  conflict: 4,
  /** The token is unknown or its role is not enough. */
  notAllowed: 5,
  /** Ctrl-C, as shells count it: 128 + SIGINT. */
  interrupted: 130
} as const

/** The exit code of whatever ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (!(error instanceof ServiceError)) return exitCodes.failed
  if (error instanceof BadOutcome) return exitCodes.failed
  if (error instanceof NotFound || error instanceof Gone) return exitCodes.notFound
  if (error instanceof Conflict || error instanceof TooMany || error instanceof Unavailable) return exitCodes.conflict
  if (error instanceof Unauthorized || error instanceof Forbidden) return exitCodes.notAllowed
  if (error instanceof Stopped) return exitCodes.interrupted
  return exitCodes.usage
}

/** The work that a command asked for was done, and its outcome is a failure. */
export class BadOutcome extends ServiceError {}
