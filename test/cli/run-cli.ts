import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../src/cli.js', import.meta.url))

type CliRun = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
type CliOptions = {
  readonly home: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** What comes on stdin, which then ends; null = nothing, and it does not end. */
  readonly input?: string | null
}

/** The real program as a child process, with nothing of this process's settings. */
export function startCli(args: readonly string[], { home, cwd = home, env = {}, input }: CliOptions): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: home, DEMOGRAPH_HOME: path.join(home, 'data'), NO_COLOR: '1', ...env }
  })
  child.stdin.on('error', () => {}) // A program that reads no stdin may be gone already.
  if (input !== null) child.stdin.end(input ?? '')
  return child
}

export async function runCli(args: readonly string[], options: CliOptions): Promise<CliRun> {
  const child = startCli(args, options)
  return outcomeOf(child)
}

/** What a child said and how it ended. */
export async function outcomeOf(child: ChildProcess): Promise<CliRun> {
  if (!child.stdout || !child.stderr) throw new Error('the child has no pipes')
  const code = new Promise<number | null>(resolve => child.once('exit', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}
