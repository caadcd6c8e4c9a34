import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Type } from 'typebox'
import audienceInfluencers from '../src/jobs/catalog/audience-influencers.ts'
import externalInfluencers from '../src/jobs/catalog/external-influencers.ts'
import type { JobDefinition } from '../src/jobs/define-job.ts'
import { migrateWarehouse } from '../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../src/store/warehouse.ts'
import { makeFollowWorld, scatteredIds } from './follow-world.ts'

// How long both influencer reports take for 1,000 ids, whole and beside the shortest query that a person would write by hand:
// node bench/influencers.ts [follows, in millions: 50] [folder to keep the world in]

const size = { accounts: 2_000_000, follows: Number(process.argv[2] ?? 50) * 1_000_000 }
const rounds = 15

// Who is followed inside, and who outside over the number of their followers: no deduplication, no score, no engagement.
const byHand = {
  AudienceInfluencers: `
    SELECT followee AS id, count() AS a FROM follows
    WHERE follower IN {ids:Array(String)} AND followee IN {ids:Array(String)} GROUP BY followee ORDER BY a DESC LIMIT 100`,
  ExternalInfluencers: `
    WITH counted AS (
      SELECT followee AS id, count() AS a FROM follows WHERE follower IN {ids:Array(String)} GROUP BY followee
    )
    SELECT id, a, followers, log((a + 0.1) / (1000 - a + 10)) - log((followers - a + 0.1) / 2000000) AS delta
    FROM account_reach JOIN counted USING id WHERE id NOT IN {ids:Array(String)} ORDER BY delta DESC LIMIT 100`
}

const folder = process.argv[3] ?? (await mkdtemp(path.join(tmpdir(), 'demograph-bench-')))
const warehouse = await openWarehouse({ path: folder })
try {
  await migrateWarehouse(warehouse)
  const [held] = await warehouse.rows(
    Type.Object({ follows: Type.Integer() }),
    'SELECT count() AS follows FROM follows'
  )
  if (held?.follows === 0) await makeFollowWorld(warehouse, size)
  const ids = await scatteredIds(warehouse, size, 1000)
  for (const job of [audienceInfluencers, externalInfluencers]) {
    const hand = byHand[job.name as keyof typeof byHand] // One of the two.
    const times = { report: [] as number[], hand: [] as number[] }
    // In turns, so that whatever else the machine does meets both alike.
    for (let round = 0; round < rounds; round++) {
      times.report.push(await duration(() => run(job, ids)))
      times.hand.push(await duration(() => warehouse.rows(Type.Object({}), hand, { ids })))
    }
    console.log(`${job.name}: ${shown(times.report)}; by hand ${shown(times.hand)}`)
  }
} finally {
  await warehouse[Symbol.asyncDispose]()
  if (process.argv[3] === undefined) await rm(folder, { recursive: true, force: true })
}

async function run(job: JobDefinition, ids: Parameters<JobDefinition['run']>[0]['ids']) {
  await job.run(
    { ids },
    {
      warehouse,
      privacy: { minAudience: 100, minCell: 10 },
      signal: new AbortController().signal,
      progress: () => undefined,
      idsOfExecution: async () => undefined,
      now: 0
    }
  )
}

async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function shown(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return `median ${sorted[sorted.length >> 1]?.toFixed(0)} ms, least ${sorted[0]?.toFixed(0)} ms`
}
