import { destination, type Logger, pino } from 'pino'

export type { Logger }

/**
 * The program's log, on stderr: JSON lines when a program reads them, short lines when a person does. What could be a
 * secret (tokens, request bodies) is never given to it.
 */
export function createLog(level: string, isTerminal: boolean = process.stderr.isTTY === true): Logger {
  if (!isTerminal) return pino({ level, base: { pid: process.pid } }, destination({ fd: 2, sync: true }))
  return pino(
    { level, base: null, formatters: { level: label => ({ level: label }) } },
    { write: line => process.stderr.write(readable(line)) }
  )
}

/** One log line as a person reads it: time, level, message, then the other members as name=value. */
function readable(line: string): string {
  const { time, level, msg, err, ...rest } = JSON.parse(line) // pino's own line.
  const members = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`
  )
  const head = [new Date(time).toISOString().slice(11, 19), String(level).padEnd(5), msg, ...members].join(' ')
  return err?.stack ? `${head}\n${err.stack}\n` : `${head}\n`
}
