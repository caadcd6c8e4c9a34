import { styleText } from 'node:util'
import { type LiveLine, liveLine } from './text/progress.ts'

/** Where a command writes: answers to stdout, everything said about them to stderr. */
export type Terminal = {
  /** Answers: text, tables, JSON. */
  print(text: string): void
  /** Messages: what happens, warnings, what to do next. */
  say(text: string): void
  bold(text: string): string
  dim(text: string): string
  /** A line of progress on stderr: written over itself on a terminal, now and then a new one elsewhere. */
  liveLine(): LiveLine
  readonly width: number
}

/** The process's own streams. Colours follow NO_COLOR, FORCE_COLOR and whether stdout is a terminal. */
export function createTerminal(): Terminal {
  const style = (format: 'bold' | 'dim') => (text: string) => styleText(format, text, { stream: process.stdout })
  return {
    print: text => void process.stdout.write(`${text}\n`),
    say: text => void process.stderr.write(`${text}\n`),
    bold: style('bold'),
    dim: style('dim'),
    liveLine: () => liveLine(process.stderr, Date.now),
    width: Math.max(60, process.stdout.columns || process.stderr.columns || 110)
  }
}

/** The same terminal without lines of progress. */
export function silent(terminal: Terminal): Terminal {
  return { ...terminal, liveLine: () => ({ show: () => {}, [Symbol.dispose]: () => {} }) }
}
