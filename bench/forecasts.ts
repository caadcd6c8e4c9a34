// What /estimate forecasts against what then happened: before any history, and when it has learned; beside always saying the documented 300,000 ms.
import { setTimeout as delay } from 'node:timers/promises'
import { type Figure, inMs, median, printFigures } from './figures.ts'
import { ask, importDemoCorpus, runJob, startServer } from './server.ts'

const jobs = ['AnalyzePublicProfiles', 'AudienceInfluencers', 'ExternalInfluencers', 'FollowerBreakdown']
const rounds = 6
// Forecasts learn once a second.
const learnMs = 1_100

type Tried = { readonly forecast: number; readonly actual: number }

const server = await startServer()
const ids = await importDemoCorpus(server.url)
const figures: Figure[] = []
for (const job of jobs) {
  for (const size of [10, 200]) {
    const before = await tryJob(job, size, 0)
    await delay(learnMs)
    const after = await tryJob(job, size, rounds)
    figures.push({
      what: `${job}, ${size} ids`,
      value: inMs(median(after.map(({ actual }) => actual))),
      beside: `forecast ÷ actual ${offBy(after)} when learned, ${offBy(before)} before; always 300,000 ms would be ${constantOffBy(after)}`
    })
  }
}
await server.stop()
printFigures('Forecast and actual run time (medians; 1.0 = exact)', figures)

async function tryJob(job: string, size: number, from: number): Promise<Tried[]> {
  const tried: Tried[] = []
  for (let round = from; round < from + rounds; round++) {
    const body = { ids: Array.from({ length: size }, (_, i) => ids[(round * 211 + i * 7) % ids.length]) }
    const { runMs: forecast } = (await (await ask(server.url, `/estimate/${job}`, body)).json()) as { runMs: number }
    const { execution } = await runJob(server.url, job, body)
    const status = (await (await ask(server.url, `/status?execution=${execution}`)).json()) as { runMs: number }
    tried.push({ forecast, actual: Math.max(1, status.runMs) })
  }
  return tried
}

function offBy(tried: readonly Tried[]): string {
  return median(tried.map(({ forecast, actual }) => forecast / actual)).toFixed(1)
}

function constantOffBy(tried: readonly Tried[]): string {
  return Math.round(median(tried.map(({ actual }) => 300_000 / actual))).toLocaleString('en')
}
