// A cached execution is one round trip; a new AnalyzePublicProfiles of 100 profiles is under 150 ms.

import { inMs, median, printFigures, timed } from './figures.ts'
import { ask, importDemoCorpus, runJob, startServer } from './server.ts'

const server = await startServer()
const ids = await importDemoCorpus(server.url)

const fresh: number[] = []
for (let round = 0; round < 12; round++) {
  const body = { ids: Array.from({ length: 100 }, (_, i) => ids[(round * 97 + i) % ids.length]) }
  fresh.push((await runJob(server.url, 'AnalyzePublicProfiles', body)).ms)
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
  }
])
