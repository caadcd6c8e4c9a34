import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

/** What every command is given. */
export type Session = {
  /**
   * The settings, read when a command asks for them, so that `--help` works beside a wrong one. `defaults` are environment
   * variables that hold where the environment says nothing.
   */
  config(defaults?: Readonly<Record<string, string>>): Config
  readonly terminal: Terminal
}

/** Examples as they stand below a command's `--help`. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  $ demograph ${line}`).join('\n')}\n`
}
