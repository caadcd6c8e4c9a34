// Both influencer reports for 1,000 ids on a generated graph of 50 M follows, against the best query we can write by hand for the bare ranking.
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Type from 'typebox'
import { openWarehouse, type Warehouse } from '../src/store/warehouse.ts'
import { inMs, median, printFigures, timed } from './figures.ts'
import { generateGraph } from './generate-graph.ts'
import { ask, peakMemoryMb, runJob, startServer } from './server.ts'

const follows = Number(process.argv[2] ?? 50_000_000)
const rounds = 7
const Id = Type.Object({ id: Type.String() })
const Counted = Type.Object({ id: Type.String(), people: Type.Number() })

const home = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-'))
const { ms: generateMs } = await timed(() => generateGraph(home, follows))
const audiences = await withWarehouse(pickAudiences)
const reports = await askServer()
const byHand = await withWarehouse(queryByHand)
await rm(home, { recursive: true, force: true })

function withWarehouse<Answer>(work: (warehouse: Warehouse) => Promise<Answer>): Promise<Answer> {
  return (async () => {
    await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
    return await work(warehouse)
  })()
}

/** Scattered people, another thousand in each round. */
async function pickAudiences(warehouse: Warehouse): Promise<string[][]> {
  const rows = await warehouse.rows(
    Id,
    'SELECT follower AS id FROM follows GROUP BY follower ORDER BY sipHash64(follower) LIMIT {count:UInt32}',
    { count: 1000 * rounds }
  )
  return Array.from({ length: rounds }, (_, round) => rows.slice(round * 1000, round * 1000 + 1000).map(row => row.id))
}

async function askServer() {
  const server = await startServer({ home })
  const runMs: Record<string, number[]> = { AudienceInfluencers: [], ExternalInfluencers: [] }
  const wallMs: Record<string, number[]> = { AudienceInfluencers: [], ExternalInfluencers: [] }
  for (const ids of audiences) {
    for (const job of Object.keys(runMs)) {
      const { execution, ms } = await runJob(server.url, job, { ids })
      const status = (await (await ask(server.url, `/status?execution=${execution}`)).json()) as { runMs: number }
      runMs[job]?.push(status.runMs)
      wallMs[job]?.push(ms)
    }
  }
  const memory = await peakMemoryMb(server.pid)
  await server.stop('keep')
  return { runMs, wallMs, memory }
}

async function queryByHand(warehouse: Warehouse) {
  const inside: number[] = []
  const outside: number[] = []
  for (const ids of audiences) {
    const insideRun = await timed(() =>
      warehouse.rows(
        Counted,
        `SELECT followee AS id, uniqExact(follower) AS people
         FROM follows
         WHERE follower IN {ids:Array(String)} AND followee IN {ids:Array(String)} AND follower != followee
         GROUP BY followee
         ORDER BY people DESC, id
         LIMIT 100`,
        { ids }
      )
    )
    inside.push(insideRun.ms)
    const outsideRun = await timed(() =>
      warehouse.rows(
        Counted,
        `WITH audience AS (
           SELECT followee, uniqExact(follower) AS people
           FROM follows
           WHERE follower IN {ids:Array(String)} AND followee NOT IN {ids:Array(String)}
           GROUP BY followee
         )
         SELECT audience.followee AS id, audience.people AS people
         FROM audience JOIN account_reach ON account_reach.id = audience.followee
         ORDER BY
           (log((people + 0.01) / (1000 - people + 9.99)) - log((followers - people + 0.01) / (2e6 - followers + 9.99)))
           / sqrt(1 / (people + 0.01) + 1 / (followers - people + 0.01)) DESC, id
         LIMIT 100`,
        { ids }
      )
    )
    outside.push(outsideRun.ms)
  }
  return { AudienceInfluencers: inside, ExternalInfluencers: outside } as Record<string, number[]>
}

const lines = ['AudienceInfluencers', 'ExternalInfluencers'].flatMap(job => {
  const run = median(reports.runMs[job] ?? [])
  const hand = median(byHand[job] ?? [])
  return [
    {
      what: `${job}, 1,000 ids`,
      value: inMs(run),
      beside: `${(run / hand).toFixed(1)} × a hand-written ranking (${inMs(hand)}); targets 2 × and 300 ms`,
      reached: run < 300 && run < 2 * hand
    },
    {
      what: `${job}, over HTTP to FINISHED`,
      value: inMs(median(reports.wallMs[job] ?? [])),
      beside: `median of ${rounds}`
    }
  ]
})
printFigures(
  `Influencers on ${(follows / 1e6).toFixed(0)} M follows (made and counted in ${(generateMs / 1000).toFixed(0)} s)`,
  [
    ...lines,
    ...(reports.memory === undefined
      ? []
      : [
          {
            what: 'peak memory of the server',
            value: `${Math.round(reports.memory)} MB`,
            beside: 'target 2,500 MB',
            reached: reports.memory < 2500
          }
        ])
  ]
)
