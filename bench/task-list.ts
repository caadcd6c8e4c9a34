// Lists of 25 among a million tasks of one identity, and how many tasks a second are accepted, over SQLite through the real server.
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import { standingRecordingId } from '../src/jobs/recordings/standing-recording.ts'
import { createToken } from '../src/store/accounts.ts'
import { openDatabase } from '../src/store/database.ts'
import { inMs, median, printFigures, timed } from './figures.ts'
import { ask, benchToken, startServer } from './server.ts'

const taskCount = 1_000_000
const perPage = 25
const lists = 40
const submitSeconds = 8
const authorization = `demo:${benchToken}`
const tasksPath = '/v1.6/pylon/twitter/task'

const home = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-'))
const filled = await timed(() => fill(home))
const server = await startServer({ home, env: { DEMOGRAPH_TASK_QUEUE_ANALYSIS: '1000000' } })

const lastPage = taskCount / perPage
const anyPage = await timesOf(() => `?page=${1 + Math.floor(Math.random() * lastPage)}`)
const lastPages = await timesOf(index => `?page=${lastPage - index}`)
const withStatus = await timesOf(index => `?status=completed&page=${100 - index}`)
const failedOnes = await timesOf(index => `?status=failed&page=${1 + index}`)

await ask(server.url, '/import?format=mapped-jsonl&service=twitter&columns=id=i,author=a,created_at=t,text=x', {
  ...{ i: '1', a: '1', t: '2017-06-01T00:00:00Z', x: 'one post' }
})
const rate = await submitRate()
await server.stop()

const shown = (times: readonly number[]) => ({
  value: inMs(median(times)),
  beside: `slowest of ${lists} ${inMs(Math.max(...times))}; target 20 ms`,
  reached: median(times) < 20
})
printFigures(`${taskCount.toLocaleString('en')} tasks of one identity, filled in ${inMs(filled.ms)}`, [
  { what: 'GET a page of 25, any', ...shown(anyPage) },
  { what: 'GET a page of 25, the last ones', ...shown(lastPages) },
  { what: 'GET a page of 25 completed, page 61 to 100', ...shown(withStatus) },
  { what: 'GET a page of 25 failed among few, page 1 to 40', ...shown(failedOnes) },
  {
    what: `POST a task, no two alike, ${submitSeconds} s`,
    value: `${Math.round(rate).toLocaleString('en')}/s`,
    beside: 'target 500/s, the worker running them meanwhile',
    reached: rate >= 500
  }
])

async function timesOf(query: (index: number) => string): Promise<number[]> {
  const times: number[] = []
  for (let index = -3; index < lists; index++) {
    const url = `${server.url}${tasksPath}/analysis${query(Math.max(0, index))}&per_page=${perPage}`
    const { ms, answer } = await timed(async () => {
      const response = await fetch(url, { headers: { authorization } })
      return { status: response.status, body: await response.text() }
    })
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
    if (index >= 0) times.push(ms) // The first three warm up.
  }
  return times
}

async function submitRate(): Promise<number> {
  let start = 0
  const result = await autocannon({
    url: server.url,
    duration: submitSeconds,
    connections: 10,
    requests: [
      {
        method: 'POST',
        path: tasksPath,
        headers: { authorization, 'content-type': 'application/json' },
        setupRequest: request => ({ ...request, body: JSON.stringify(taskOf(start++)) })
      }
    ]
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} tasks were refused`)
  return result['2xx'] / result.duration
}

function taskOf(start: number) {
  const analysis = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 10 } }
  const parameters = { start: 1_400_000_000 + start, end: 1_500_000_000, parameters: analysis }
  return { subscription_id: standingRecordingId('twitter'), name: 'bench', type: 'analysis', parameters }
}

// As a year of submitting leaves them: every hundredth failed.
async function fill(folder: string): Promise<void> {
  await using database = await openDatabase({ url: '', folder })
  const { db } = database
  const holder = { account: 'default', identity: 'default', role: 'admin', token: benchToken, now: 1 } as const
  const { identityId } = await createToken(database, holder)
  await db.transaction().execute(async trx => {
    await sql`
      INSERT INTO executions (
        id, fingerprint, account_id, job, request, requested_size, size, labels, state, priority, progress, attempt, tries, due_at,
        errors, warnings, submitted_at, started_at, finished_at, run_ms, estimate_run_ms, estimate_wait_ms
      )
      WITH RECURSIVE rows(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rows WHERE n < ${taskCount})
      SELECT lower(hex(randomblob(20))), 'f' || n, 'default', 'analysis', '{"ids":[],"options":{}}', 0, 0, '[]',
        CASE WHEN n % 100 = 0 THEN 'failed' ELSE 'finished' END, 0, 100, 1, 1, 1, '[]', '[]', n, n, n + 5, 5, 5, 0
      FROM rows`.execute(trx)
    await sql`
      INSERT INTO task_counts (identity_id, service, type, last_position)
      VALUES (${identityId}, 'twitter', 'analysis', ${taskCount})`.execute(trx)
    await sql`
      INSERT INTO tasks (
        id, identity_id, recording_id, service, type, name, parameters, position, state, usage, steps_completed, total_steps,
        created_at, updated_at
      )
      SELECT id, ${identityId}, ${standingRecordingId('twitter')}, 'twitter', 'analysis', 'bench',
        ${JSON.stringify(taskOf(0).parameters)}, submitted_at, state, 1, 1, 1,
        CAST(unixepoch() AS integer) * 1000, CAST(unixepoch() AS integer) * 1000
      FROM executions`.execute(trx)
  })
}
