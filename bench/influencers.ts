// Both influencer reports for 1,000 ids on a generated graph: over HTTP from the real server with its memory, then in turns with the shortest
// queries that a person would write by hand, on the same engine in this process. node bench/influencers.ts [follows, in millions: 50]
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Type from 'typebox'
import { noPrivacy } from '../src/analytics/privacy.ts'
import audienceInfluencers from '../src/jobs/catalog/audience-influencers.ts'
import externalInfluencers from '../src/jobs/catalog/external-influencers.ts'
import type { JobDefinition } from '../src/jobs/define-job.ts'
import type { ProfileId } from '../src/model/ids.ts'
import { openWarehouse, type Warehouse } from '../src/store/warehouse.ts'
import { type Figure, inMs, median, printFigures, timed } from './figures.ts'
import { generateGraph } from './generate-graph.ts'
import { ask, peakMemoryMb, runJob, startServer } from './server.ts'

const follows = Number(process.argv[2] ?? 50) * 1e6
const rounds = 9
const jobs = [audienceInfluencers, externalInfluencers]

// What each report must at least read: who is followed inside, with the members' names; who is followed outside, against everybody's followers.
const byHand: Readonly<Record<string, string>> = {
  AudienceInfluencers: `
    SELECT member AS id, max(people) AS people, max(name) AS name
    FROM (
      SELECT followee AS member, uniqExact(follower) AS people, '' AS name FROM follows
      WHERE follower IN {ids:Array(String)} AND followee IN {ids:Array(String)} GROUP BY followee
      UNION ALL
      SELECT id, 0, name FROM profiles WHERE id IN {ids:Array(String)}
      UNION ALL
      SELECT id, 0, '' FROM account_activity WHERE id IN {ids:Array(String)}
    )
    GROUP BY id ORDER BY people DESC, id`,
  ExternalInfluencers: `
    WITH seen AS (
      SELECT followee AS id, uniqExact(follower) AS people FROM follows
      WHERE follower IN {ids:Array(String)} AND followee NOT IN {ids:Array(String)} GROUP BY followee
    )
    SELECT id, people,
      (log((people + 0.1) / (1009.9 - people)) - log((followers - people + 0.1) / (2e6 - followers)))
      / sqrt(1 / (people + 0.1) + 1 / (followers - people + 0.1)) AS z
    FROM account_reach JOIN seen USING id ORDER BY z DESC, id LIMIT 100`
}

const home = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-'))
try {
  const { ms: generateMs } = await timed(() => generateGraph(home, follows))
  const overHttp = await askServer()
  const inTurns = await compare()
  const title = `Influencers of 1,000 ids among ${follows / 1e6} M follows (made and counted in ${Math.round(generateMs / 1000)} s)`
  printFigures(title, [
    ...jobs.flatMap(({ name }) => figuresOf(name, overHttp.ms[name] ?? [], inTurns[name])),
    memory(overHttp.peakMb)
  ])
} finally {
  await rm(home, { recursive: true, force: true })
}

/** Scattered people, another thousand in each round. */
async function audiencesOf(warehouse: Warehouse): Promise<ProfileId[][]> {
  const rows = await warehouse.rows(
    Type.Object({ id: Type.String() }),
    'SELECT follower AS id FROM follows GROUP BY follower ORDER BY sipHash64(follower) LIMIT {count:UInt32}',
    { count: 1000 * rounds }
  )
  const ids = rows.map(row => row.id as ProfileId) // The generator writes nothing else.
  return Array.from({ length: rounds }, (_, round) => ids.slice(round * 1000, round * 1000 + 1000))
}

async function inWarehouse<Answer>(work: (warehouse: Warehouse) => Promise<Answer>): Promise<Answer> {
  await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
  return await work(warehouse)
}

async function askServer() {
  const audiences = await inWarehouse(audiencesOf)
  const server = await startServer({ home })
  const ms: Record<string, number[]> = {}
  for (const ids of audiences) {
    for (const { name } of jobs) {
      const { execution } = await runJob(server.url, name, { ids })
      const status = (await (await ask(server.url, `/status?execution=${execution}`)).json()) as { runMs: number }
      ms[name] = [...(ms[name] ?? []), status.runMs]
    }
  }
  const peakMb = await peakMemoryMb(server.pid)
  await server.stop('keep')
  return { ms, peakMb }
}

/** In turns, so that whatever else the machine does meets both alike. */
function compare() {
  return inWarehouse(async warehouse => {
    const times: Record<string, { report: number[]; hand: number[] }> = {}
    for (const ids of await audiencesOf(warehouse)) {
      for (const job of jobs) {
        const report = await timed(() => run(job, ids, warehouse))
        const hand = await timed(() => warehouse.rows(Type.Object({}), byHand[job.name] ?? '', { ids }))
        const known = times[job.name] ?? { report: [], hand: [] }
        times[job.name] = { report: [...known.report, report.ms], hand: [...known.hand, hand.ms] }
      }
    }
    return times
  })
}

function run(job: JobDefinition, ids: readonly ProfileId[], warehouse: Warehouse) {
  return job.run(
    { ids },
    {
      warehouse,
      privacy: noPrivacy,
      traits: { off: [], sensitiveInterests: false, birthyearFromName: false },
      signal: new AbortController().signal,
      progress: () => undefined,
      idsOfExecution: async () => undefined,
      now: 0
    }
  )
}

function figuresOf(name: string, httpMs: number[], turns = { report: [Number.NaN], hand: [Number.NaN] }): Figure[] {
  const [http, report, hand] = [median(httpMs), median(turns.report), median(turns.hand)]
  return [
    {
      what: `${name}, run on the server`,
      value: inMs(http),
      beside: `median of ${rounds}; target 300 ms`,
      reached: http < 300
    },
    {
      what: `${name}, beside a query by hand`,
      value: inMs(report),
      beside: `${(report / hand).toFixed(1)} × ${inMs(hand)}; target 2 ×`,
      reached: report < 2 * hand
    }
  ]
}

function memory(peakMb = Number.NaN): Figure {
  return {
    what: 'peak memory of the server',
    value: `${Math.round(peakMb)} MB`,
    beside: 'target 2,500 MB',
    reached: peakMb < 2500
  }
}
