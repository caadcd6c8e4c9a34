import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { type Api, apiAt } from '../support/api.ts'
import { type ChildServer, startChildServer } from '../support/child-server.ts'
import { engines } from '../support/databases.ts'
import { startFront } from '../support/engines.ts'
import { inReverse } from '../support/in-reverse.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { within } from '../support/within.ts'

const postgres = engines.find(engine => engine.name === 'PostgreSQL')
const skip = postgres?.skip ?? 'there is no PostgreSQL among the engines'

const jobCount = 500
const killedCount = 200

type Row = { id: string; state: string; attempt: number; finished_at: string | null }

/** Two servers, each with a folder of its own, over one database and one warehouse that were empty when both began to start. */
async function twoServers(t: TestContext) {
  const undo = inReverse(t) // Made first: the database is dropped after its servers are gone.
  const place = await postgres?.place(t)
  const url = place?.url ?? ''
  const env = {
    DATABASE_URL: url,
    WAREHOUSE_URL: `${await startFront()}/demograph_shared`,
    CONCURRENCY: '4',
    MAX_UNFINISHED: String(jobCount)
  }
  const start = async () => startChildServer(t, { home: await temporaryFolder(t), env })
  const servers = await Promise.all([start(), start()])
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  undo.defer(() => client.end())
  const rows = async (ids: readonly string[]) =>
    (await client.query<Row>('SELECT id, state, attempt, finished_at FROM executions WHERE id = ANY($1)', [ids])).rows
  const countResults = async () => Number((await client.query('SELECT count(*) FROM results')).rows[0].count)
  return { servers, rows, countResults }
}

/** Asks as many questions as said, no two alike, in turn of one and the other server. */
async function askMany(apis: readonly Api[], first: number, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 10) {
    const asked = Array.from({ length: 10 }, (_, step) =>
      apis[step % apis.length]?.execute('AnalyzePublicProfiles', { ids: [`twitter:${first + index + step}`] })
    )
    for (const answer of await Promise.all(asked)) {
      assert.equal(answer?.code, 202)
      ids.push(answer.execution)
    }
  }
  assert.equal(new Set(ids).size, count)
  return ids
}

/** How many jobs a server has finished since it started, by its own figures. */
async function countFinished(server: ChildServer): Promise<number> {
  const figures = await (await fetch(`${server.url}/metrics`)).text()
  const lines = figures.split('\n').filter(line => /^\w*job\w*_count\{/.test(line) && line.includes('"finished"'))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

test('two servers that share a database and a warehouse', { skip }, async t => {
  const { servers, rows, countResults } = await twoServers(t)
  const apis = servers.map(server => apiAt(server.url))
  const [one, other] = servers
  const [first, second] = apis
  await first?.importFile('profiles.jsonl', '{"id":"twitter:1","screen_name":"ann","name":"Ann"}\n')

  await t.test(`do each of ${jobCount} jobs once`, async t => {
    const ids = await askMany(apis, 10_000, jobCount)
    const allDone = async () => (await rows(ids)).every(row => row.state === 'finished')
    const ms = await within(60_000, 'all jobs are done', allDone)
    assert.deepEqual([...new Set((await rows(ids)).map(row => row.attempt))], [1])
    assert.equal(await countResults(), jobCount)
    const shares = await Promise.all(servers.map(countFinished))
    assert.equal(shares[0] !== undefined && shares[1] !== undefined && shares[0] + shares[1], jobCount)
    assert.ok(
      shares.every(share => share > jobCount / 10),
      `one did most of it: ${shares.join(' and ')}`
    )
    t.diagnostic(`${shares.join(' and ')} jobs, done ${(ms / 1000).toFixed(1)} s after the last was asked`)
  })

  await t.test('finish on the other what one held when it was killed', async t => {
    const half = await askMany(apis, 20_000, killedCount / 2)
    one?.signal('SIGKILL')
    const killedAt = Date.now()
    const ids = [...half, ...(await askMany(apis.slice(1), 30_000, killedCount / 2))]
    await within(60_000, 'all jobs are done', async () => (await rows(ids)).every(row => row.state === 'finished'))
    const after = await rows(ids)
    const lost = after.filter(row => row.attempt > 1)
    const lastMs = Math.max(...lost.map(row => Number(row.finished_at) - killedAt))
    assert.ok(after.every(row => row.attempt <= 2))
    assert.ok(lost.length > 0 && lastMs < 15_000, `${lost.length} jobs ran again, the last was done after ${lastMs} ms`)
    assert.equal(await countResults(), jobCount + killedCount)
    for (const row of lost) assert.equal((await second?.status(row.id))?.status, 'FINISHED')
    t.diagnostic(`${lost.length} jobs ran again, the last was done ${(lastMs / 1000).toFixed(1)} s after the kill`)
  })

  await t.test('agree about what is asked twice', async () => {
    const ids = ['twitter:1', 'twitter:2']
    const answers = await Promise.all(Array.from({ length: 10 }, () => second?.execute('AudienceInfluencers', { ids })))
    assert.equal(new Set(answers.map(answer => answer?.execution)).size, 1)
  })
  assert.deepEqual(await other?.end('SIGTERM'), { code: 0, signal: null })
})
