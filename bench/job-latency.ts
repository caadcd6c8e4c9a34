// A cached execution is one round trip; a new AnalyzePublicProfiles of 100 profiles is under 150 ms; and forecasts against what happened.

import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { inMs, median, printFigures, timed } from './figures.ts'
import { ask, runJob, startServer } from './server.ts'

const corpus = new URL('../data/demo-corpus/', import.meta.url)
const server = await startServer()
for (const file of ['profiles.jsonl.gz', 'posts.jsonl.gz', 'follows.csv.gz', 'interactions.csv.gz']) {
  const answer = await fetch(`${server.url}/import?name=${file}&access_token=0123456789abcdef0123456789abcdef`, {
    method: 'POST',
    body: await readFile(new URL(file, corpus))
  })
  if (!answer.ok) throw new Error(`${file}: ${answer.status} ${await answer.text()}`)
}
const ids = gunzipSync(await readFile(new URL('profiles.jsonl.gz', corpus)))
  .toString()
  .trim()
  .split('\n')
  .map(line => JSON.parse(line).id as string)

const fresh: number[] = []
const forecasts: number[] = []
for (let round = 0; round < 12; round++) {
  const body = { ids: Array.from({ length: 100 }, (_, i) => ids[(round * 97 + i) % ids.length]) }
  const { runMs } = (await (await ask(server.url, '/estimate/AnalyzePublicProfiles', body)).json()) as { runMs: number }
  const { ms, execution } = await runJob(server.url, 'AnalyzePublicProfiles', body)
  const status = (await (await ask(server.url, `/status?execution=${execution}`)).json()) as { runMs: number }
  fresh.push(ms)
  forecasts.push(runMs / Math.max(1, status.runMs))
}

const body = { ids: ids.slice(0, 100) }
await runJob(server.url, 'AnalyzePublicProfiles', body)
const cached: number[] = []
const ping: number[] = []
for (let round = 0; round < 200; round++) {
  ping.push((await timed(async () => (await fetch(`${server.url}/healthz`)).text())).ms)
  const { ms, answer } = await timed(
    async () => (await ask(server.url, '/execute/AnalyzePublicProfiles', body)).json() as Promise<{ status: string }>
  )
  if (answer.status !== 'FINISHED') throw new Error(`a cached execution answered ${answer.status}`)
  cached.push(ms)
}
await server.stop()

printFigures('Jobs over HTTP on the bundled corpus', [
  {
    what: 'POST /execute of a cached execution, to FINISHED',
    value: inMs(median(cached)),
    beside: `one round trip; ${(median(cached) / median(ping)).toFixed(1)} × GET /healthz`
  },
  {
    what: 'new AnalyzePublicProfiles, 100 profiles, to FINISHED',
    value: inMs(median(fresh)),
    beside: 'median of 12; target 150 ms',
    reached: median(fresh) < 150
  },
  {
    what: 'forecast runMs ÷ actual, last 6',
    value: median(forecasts.slice(6)).toFixed(1),
    beside: `first 6: ${median(forecasts.slice(0, 6)).toFixed(1)} (1 = exact)`
  }
])
