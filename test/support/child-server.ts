import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { testToken } from './app.ts'
import { inReverse } from './in-reverse.ts'

export const program = fileURLToPath(new URL('../../src/cli.js', import.meta.url))

type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** The real program in a process of its own, as a user starts it. */
export type ChildServer = {
  readonly url: string
  readonly home: string
  readonly pid: number
  /** Sends the signal and resolves when the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending>
  /** Sends the signal and does not wait. */
  signal(signal: 'SIGTERM' | 'SIGKILL'): void
  readonly ended: Promise<Ending>
  /** What it has printed and logged so far. */
  output(): string
}

type Wishes = { readonly home: string; readonly env?: Readonly<Record<string, string>> }

/** Starts `demograph serve` on a free port and waits until it answers; it is killed when the test ends. */
export async function startChildServer(t: TestContext, wishes: Wishes): Promise<ChildServer> {
  const { home } = wishes
  const { child, ended, output } = spawnServer(t, wishes)
  const url = await untilListening(home, child, output)
  const signal = (name: 'SIGTERM' | 'SIGKILL') => void child.kill(name)
  return {
    url,
    home,
    pid: child.pid ?? 0,
    signal,
    ended,
    output,
    async end(name) {
      signal(name)
      return ended
    }
  }
}

/** The same without waiting for it: to see how a start ends that is cut, or that cannot succeed. */
export function spawnServer(t: TestContext, { home, env = {} }: Wishes) {
  const settings = { DEMOGRAPH_HOME: home, DEMOGRAPH_TOKEN: testToken, LOG_LEVEL: 'warn', ...env }
  const { PATH = '', HOME = home } = process.env
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    cwd: os.tmpdir(),
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', piece => {
      text += piece
    })
  const ended: Promise<Ending> = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  ended.finally(() => process.off('exit', kill))
  inReverse(t).defer(async () => {
    kill()
    await ended
  })
  return { child, ended, output: () => text }
}

const longestStartMs = 30_000

async function untilListening(home: string, child: ChildProcess, output: () => string): Promise<string> {
  const deadline = Date.now() + longestStartMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server did not start: ${output()}`)
    const note = await readFile(path.join(home, 'server.json'), 'utf8').catch(() => '{}')
    const { url, pid } = note.endsWith('}') ? JSON.parse(note) : {}
    // A note of the process before it may still be there.
    if (pid === child.pid) return url
    await sleep(10)
  }
  throw new Error(`the server is not there after ${longestStartMs} ms: ${output()}`)
}
