import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

export const benchToken = '0123456789abcdef0123456789abcdef'

/** The real server in a process of its own, as a user starts it, over the given data folder or a new one. */
export async function startServer(options: { home?: string; env?: Record<string, string> } = {}) {
  const home = options.home ?? (await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-')))
  const start = performance.now()
  const child = spawn(process.execPath, [new URL('../src/cli.js', import.meta.url).pathname, 'serve', '--port', '0'], {
    env: { ...process.env, DEMOGRAPH_HOME: home, DEMOGRAPH_TOKEN: benchToken, LOG_LEVEL: 'warn', ...options.env },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const url = await untilReady(home, child)
  const startMs = performance.now() - start
  return {
    url,
    home,
    pid: child.pid ?? 0,
    startMs,
    async stop(keep: 'keep' | 'remove' = 'remove') {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      if (keep === 'remove') await rm(home, { recursive: true, force: true })
    }
  }
}

async function untilReady(home: string, child: ChildProcess): Promise<string> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server stopped while it was starting')
    try {
      const { url, pid } = JSON.parse(await readFile(path.join(home, 'server.json'), 'utf8'))
      if (pid === child.pid && (await fetch(`${url}/readyz`)).ok) return url
    } catch {
      // Not there yet.
    }
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** The most memory that the process has had so far, in megabytes (VmHWM); nothing where the system does not say. */
export async function peakMemoryMb(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

/** Imports the bundled corpus; answers the ids of its profiles. */
export async function importDemoCorpus(url: string): Promise<string[]> {
  const corpus = new URL('../data/demo-corpus/', import.meta.url)
  for (const file of ['profiles.jsonl.gz', 'posts.jsonl.gz', 'follows.csv.gz', 'interactions.csv.gz']) {
    const body = await readFile(new URL(file, corpus))
    const answer = await fetch(`${url}/import?name=${file}&access_token=${benchToken}`, { method: 'POST', body })
    if (!answer.ok) throw new Error(`${file}: ${answer.status} ${await answer.text()}`)
  }
  const profiles = gunzipSync(await readFile(new URL('profiles.jsonl.gz', corpus))).toString()
  return profiles
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).id as string) // Our own corpus.
}

/** Asks the server as a client does; throws on anything but success. */
export async function ask(url: string, path: string, body?: unknown): Promise<Response> {
  const answer = await fetch(`${url}${path}`, {
    headers: {
      Authorization: `token ${benchToken}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' })
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** Submits a job and waits for its end; the time runs from the request to the first status that says FINISHED. */
export async function runJob(url: string, job: string, body: unknown): Promise<{ execution: string; ms: number }> {
  const start = performance.now()
  const { execution, status: first } = (await (await ask(url, `/execute/${job}`, body)).json()) as Submitted
  let status = first
  while (status !== 'FINISHED') {
    if (['FAILED', 'KILLED', 'INVALID_RESULT'].includes(status)) throw new Error(`${job} ended ${status}`)
    await new Promise(resolve => setTimeout(resolve, 2))
    status = ((await (await ask(url, `/status?execution=${execution}`)).json()) as Submitted).status
  }
  return { execution, ms: performance.now() - start }
}

type Submitted = { execution: string; status: string }
