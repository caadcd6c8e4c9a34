import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import Type from 'typebox'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { type Api, apiAt } from '../support/api.ts'
import { spawnServer, startChildServer } from '../support/child-server.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const rounds = 20
const startsCut = 3
const seed = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)
const random = seededRandom(seed)

// An import begins to write once it has read 256 KiB, and notes how far it is every two seconds.
const slowFile = { rows: 15_000, atOnce: 13_500, pieces: 30, pauseMs: 100 }
const quickRows = 200
const killWithinMs = 3_600

type Follow = readonly [follower: string, followee: string]
type File = { readonly name: string; readonly follows: readonly Follow[]; isAcknowledged: boolean }

const slowHub = 'twitter:1'
const quickHub = 'twitter:2'
const firstSlowId = 1_000_000
const firstQuickId = 5_000_000

/** A file of people nobody else has, who all follow the hub. */
function fileOf(name: string, hub: string, rows: number, firstId: number): File {
  const follows = Array.from({ length: rows }, (_, index) => [`twitter:${firstId + index}`, hub] as const)
  return { name, follows, isAcknowledged: false }
}

function linesOf(follows: readonly Follow[]): string {
  return follows.map(([from, to]) => `${from},${to}\n`).join('')
}

const header = 'from_id,to_id\n'

function inPieces({ follows }: File): ReadableStream<Uint8Array> {
  const size = Math.ceil((slowFile.rows - slowFile.atOnce) / slowFile.pieces)
  let sent = 0
  return new ReadableStream({
    async pull(controller) {
      if (sent >= follows.length) return controller.close()
      const end = sent === 0 ? slowFile.atOnce : sent + size
      const piece = linesOf(follows.slice(sent, end))
      controller.enqueue(new TextEncoder().encode(sent === 0 ? header + piece : piece))
      sent = end
      await sleep(slowFile.pauseMs)
    }
  })
}

async function send(api: Api, file: File, body: string | ReadableStream<Uint8Array>) {
  const imported = await api.importFile(file.name, body, { key: file.name })
  file.isAcknowledged = true
  return imported
}

const jobs = ['AudienceInfluencers', 'AnalyzePublicProfiles', 'ExternalInfluencers']

/** Asks one question after the other until the server is gone; answers those that the server has acknowledged. */
async function askUntilGone(api: Api, isGone: () => boolean): Promise<string[]> {
  const acknowledged: string[] = []
  while (!isGone()) {
    const job = jobs[Math.floor(random() * jobs.length)] ?? ''
    const ids = [slowHub, quickHub, `twitter:${1_000 + Math.floor(random() * 1e6)}`]
    const asked = await api.execute(job, { ids }).catch(() => undefined)
    if (asked?.code === 202) acknowledged.push(asked.execution)
    await sleep(300)
  }
  return acknowledged
}

async function etagOf(api: Api, execution: string): Promise<string | null> {
  const answer = await api.ask(`/resources/${execution}`, { method: 'HEAD' })
  assert.equal(answer.status, 200)
  return answer.headers.get('etag')
}

test(`what was acknowledged survives ${rounds} times kill -9`, async t => {
  t.diagnostic(`seed ${seed} (TEST_SEED repeats it)`)
  const home = await temporaryFolder(t)
  const settings = { home, env: { MAX_UNFINISHED: '100000', LOG_LEVEL: 'error' } }
  for (let start = 0; start < startsCut; start++) {
    const { child, ended } = spawnServer(t, settings)
    await sleep(random() * 1_000)
    child.kill('SIGKILL')
    await ended
  }

  const results = new Map<string, string | null>()
  const seen = { cut: 0, resumed: 0 }
  let server = await startChildServer(t, settings)
  for (let round = 0; round < rounds; round++) {
    const quick = fileOf(`quick-${round}.csv`, quickHub, quickRows, firstQuickId + round * quickRows)
    const slow = fileOf(`slow-${round}.csv`, slowHub, slowFile.rows, firstSlowId + round * slowFile.rows)
    let isGone = false
    const api = apiAt(server.url)
    const importing = send(api, quick, header + linesOf(quick.follows))
      .then(() => send(api, slow, inPieces(slow)))
      .catch(() => undefined)
    const asking = askUntilGone(api, () => isGone)
    await sleep(random() * killWithinMs)
    await server.end('SIGKILL')
    isGone = true
    await importing
    const acknowledged = await asking

    server = await startChildServer(t, settings)
    const after = apiAt(server.url)
    for (const file of [quick, slow].filter(({ isAcknowledged }) => !isAcknowledged)) {
      const { resumed_from } = await send(after, file, header + linesOf(file.follows))
      seen.cut += 1
      seen.resumed += resumed_from > 0 ? 1 : 0
    }
    for (const execution of acknowledged) {
      const { status, errors } = await after.ended(execution)
      assert.equal(status, 'FINISHED', `round ${round}: ${execution} ${errors.join(' ')}`)
      results.set(execution, await etagOf(after, execution))
    }
  }

  const api = apiAt(server.url)
  for (const [execution, etag] of results) assert.equal(await etagOf(api, execution), etag)
  const { accounts } = await api.run<{ accounts: { id: string; audienceSize: number }[] }>('FollowerBreakdown', {
    ids: [slowHub, quickHub]
  })
  assert.deepEqual(
    new Map(accounts.map(account => [account.id, account.audienceSize])),
    new Map([
      [slowHub, rounds * slowFile.rows],
      [quickHub, rounds * quickRows]
    ])
  )
  assert.equal((await server.end('SIGTERM')).code, 0)
  await assertFollows(home)
  t.diagnostic(
    `${results.size} jobs acknowledged, ${seen.cut} imports cut, ${seen.resumed} of them resumed in the middle`
  )
})

/** The stored follows, read in both directions, are exactly those of the files: all ids from a hub's first to its last. */
async function assertFollows(home: string): Promise<void> {
  await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
  for (const table of ['follows', 'followers']) {
    const rows = await warehouse.rows(
      Type.Object({ followee: Type.String(), people: Type.Number(), first: Type.Number(), last: Type.Number() }),
      `SELECT followee, uniqExact(follower) AS people, min(id) AS first, max(id) AS last
       FROM (SELECT followee, follower, toUInt32(substring(follower, length('twitter:') + 1)) AS id FROM ${table})
       GROUP BY followee ORDER BY followee`
    )
    const all = (followee: string, people: number, first: number) => ({
      followee,
      people,
      first,
      last: first + people - 1
    })
    assert.deepEqual(rows, [
      all(slowHub, rounds * slowFile.rows, firstSlowId),
      all(quickHub, rounds * quickRows, firstQuickId)
    ])
  }
}
