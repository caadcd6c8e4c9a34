import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Api, apiAt, type Status } from '../support/api.ts'
import { program, startChildServer } from '../support/child-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const run = promisify(execFile)
const demo = new URL('../../data/demo-corpus/', import.meta.url)
const readDemo = (file: string) => readFile(new URL(file, demo))

type Item = {
  readonly id: string
  readonly handle?: string
  readonly rank: number
  readonly followers_in_audience: number
}
type Influencers = {
  readonly $schema: string
  readonly _metadata: { readonly missing: readonly string[]; readonly audience_size: number }
  readonly audienceInfluencerRanking: { readonly totalItems: number; readonly items: readonly Item[] }
}

/** An audience of the demo corpus: universities that follow somebody and have a profile. */
async function universities(): Promise<string[]> {
  const follows = gunzipSync(await readDemo('follows.csv.gz'))
    .toString()
    .trimEnd()
    .split('\n')
    .slice(1)
  const following = new Set(follows.map(line => line.split(',')[0]))
  const profiles = gunzipSync(await readDemo('profiles.jsonl.gz'))
    .toString()
    .trimEnd()
    .split('\n')
  return profiles
    .map(line => JSON.parse(line))
    .filter(({ id, origin }) => origin === 'universities-2019' && following.has(id))
    .map(({ id }) => id)
    .slice(0, 60)
}

async function tokenOf(home: string, ...options: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, DEMOGRAPH_HOME: home }
  const { stdout } = await run(process.execPath, [program, 'token', 'create', ...options], { env })
  return stdout.trim()
}

async function errand(t: TestContext) {
  const home = await temporaryFolder(t)
  const server = await startChildServer(t, { home, env: { CONCURRENCY: '1' } })
  return { home, server, api: apiAt(server.url), ids: await universities() }
}

const bodyOf = async (answer: Response) => (await answer.json()) as { errors: string[] } & Status
const stop = async (api: Api, execution: string) =>
  bodyOf(await api.ask(`/stop?execution=${execution}`, { method: 'POST' }))

test('a person asks who influences an audience, and removes somebody', async t => {
  const { home, server, api, ids } = await errand(t)
  let hash = ''
  let etag = ''
  let top: Item | undefined

  await t.test('files are imported as they are, gzipped ones too', async () => {
    const profiles = await api.importFile('profiles.jsonl.gz', await readDemo('profiles.jsonl.gz'))
    const follows = await api.importFile('follows.csv.gz', await readDemo('follows.csv.gz'))
    const unpacked = gunzipSync(await readDemo('interactions.csv.gz'))
    const sentPacked = await api.ask('/import?name=interactions.csv', {
      method: 'POST',
      body: gzipSync(unpacked),
      headers: { 'content-encoding': 'gzip' }
    })
    const interactions = (await sentPacked.json()) as typeof follows
    const posts = await api.importFile('posts.jsonl.gz', await readDemo('posts.jsonl.gz'))
    assert.deepEqual(
      [profiles.counts.profiles, follows.counts.follows, interactions.counts.interactions, posts.counts.posts],
      [1_428, 29_414, 1_158, 1_805]
    )
    assert.deepEqual(
      [profiles, follows, interactions, posts].map(({ rejected }) => rejected),
      [0, 0, 0, 0]
    )
  })

  await t.test('the estimate says that the question is good and how long it takes', async () => {
    const estimate = (await (await api.post('/estimate/AudienceInfluencers', { ids })).json()) as Record<string, number>
    assert.deepEqual([estimate.valid, Object.keys(estimate).sort()], [true, ['runMs', 'valid', 'waitMs']])
    assert.ok((estimate.runMs ?? 0) > 0 && (estimate.waitMs ?? -1) >= 0)
  })

  await t.test('the question is asked, followed and answered', async () => {
    const asked = await api.post('/execute/AudienceInfluencers', { ids })
    const { execution, status } = (await asked.json()) as Status
    assert.deepEqual(
      [asked.status, asked.headers.get('location'), status],
      [202, `/status?execution=${execution}`, 'SUBMITTED']
    )
    const end = await api.ended(execution)
    assert.deepEqual([end.status, end.progress, end.errors], ['FINISHED', 100, []])
    hash = execution
    assert.equal(end.result, `/resources/${hash}/result.json`)

    const result = await api.json<Influencers>(end.result ?? '')
    const { items, totalItems } = result.audienceInfluencerRanking
    assert.equal(result._metadata.audience_size, ids.length)
    assert.ok(totalItems > 10 && items.every((item, index) => item.rank === index + 1 && ids.includes(item.id)))
    top = items[0]
    assert.equal(await api.json(`/progress?execution=${hash}`), 100)
  })

  await t.test('the same question again is the same execution, answered at once', async () => {
    const again = await api.execute('AudienceInfluencers', { ids: ids.toReversed() })
    assert.deepEqual([again.code, again.execution, again.status], [200, hash, 'FINISHED'])
  })

  await t.test('the table has a line for each account of the ranking', async () => {
    const answer = await api.ask(`/resources/${hash}/result.csv`)
    const [header = '', ...lines] = (await answer.text()).trimEnd().split('\r\n')
    assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/)
    assert.ok(header.split(',').includes('followers_in_audience'), header)
    assert.ok(lines.some(line => line.includes(top?.id ?? 'nobody')))
  })

  await t.test('who has the result already is told so without it', async () => {
    const first = await api.ask(`/resources/${hash}`)
    await first.arrayBuffer()
    etag = first.headers.get('etag') ?? ''
    const again = await api.ask(`/resources/${hash}`, { headers: { 'if-none-match': etag } })
    assert.deepEqual([again.status, await again.text()], [304, ''])
  })

  await t.test('questions that come at the same time are one execution', async () => {
    const body = { ids: ids.slice(0, 55) }
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.execute('ExternalInfluencers', body)))
    assert.equal(new Set(answers.map(answer => answer.execution)).size, 1)
    assert.equal((await api.ended(answers[0]?.execution ?? '')).status, 'FINISHED')
    const { totalItems } = await api.json<{ totalItems: number }>('/executions?job=ExternalInfluencers')
    assert.equal(totalItems, 1)
  })

  await t.test('another account sees nothing of it, and a member may not import or erase', async () => {
    const token = await tokenOf(home, '--account', 'neighbour')
    const neighbour = apiAt(server.url, token)
    for (const path of [`/status?execution=${hash}`, `/resources/${hash}`, `/resources/${hash}/result.csv`]) {
      assert.equal((await neighbour.ask(path)).status, 404, path)
    }
    assert.equal((await neighbour.ask(`/stop?execution=${hash}`, { method: 'POST' })).status, 404)
    assert.equal((await neighbour.ask(`/resources/${hash}`, { method: 'DELETE' })).status, 404)
    assert.deepEqual(await neighbour.json('/executions'), { totalItems: 0, items: [] })

    const file = await neighbour.ask('/import?name=follows.csv', { method: 'POST', body: 'from_id,to_id\n1,2\n' })
    const erased = await neighbour.ask(`/erase?id=${top?.id}`, { method: 'POST' })
    assert.deepEqual([file.status, erased.status], [403, 403])
    assert.match((await bodyOf(file)).errors[0] ?? '', /admin/)

    const own = await neighbour.execute('AudienceInfluencers', { ids })
    assert.notEqual(own.execution, hash)
    assert.equal((await neighbour.ended(own.execution)).status, 'FINISHED')
  })

  await t.test('a person who is erased is in no result any more', async () => {
    const erased = await api.ask(`/erase?id=${top?.id}`, { method: 'POST' })
    const counts = (await erased.json()) as Record<string, number>
    assert.equal(erased.status, 200)
    assert.equal(counts.profiles, 1)
    assert.ok((counts.results ?? 0) >= 2 && (counts.follows ?? 0) > 0, JSON.stringify(counts))

    const gone = await api.ask(`/resources/${hash}`, { headers: { 'if-none-match': etag } })
    assert.equal(gone.status, 410)
    assert.match((await bodyOf(gone)).errors[0] ?? '', /removed with a person/)
    assert.equal((await api.ask(`/resources/${hash}/result.csv`)).status, 410)
  })

  await t.test('the same question is then a new one, answered without them', async () => {
    const again = await api.execute('AudienceInfluencers', { ids })
    assert.deepEqual([again.code, again.execution === hash], [202, false])
    assert.equal((await api.ended(again.execution)).status, 'FINISHED')
    const { _metadata, audienceInfluencerRanking } = await api.json<Influencers>(`/resources/${again.execution}`)
    assert.deepEqual(_metadata.missing, [top?.id])
    assert.ok(audienceInfluencerRanking.items.every(item => item.id !== top?.id))

    const everything = await Promise.all(
      ['AnalyzePublicProfiles', 'ExternalInfluencers', 'FollowerBreakdown'].map(job =>
        api.run<object>(job, { ids: ids.filter(id => id !== top?.id) })
      )
    )
    const texts = everything.map(result => JSON.stringify(result).toLowerCase())
    assert.ok(texts.every(text => !text.includes(`"${top?.id}"`) && !text.includes(`"${top?.handle?.toLowerCase()}"`)))
  })

  await t.test('a new import makes every question a new one', async () => {
    const before = await api.execute('AudienceInfluencers', { ids })
    await api.importFile('more.csv', `from_id,to_id\n${ids[1]},${ids[2]}\n`)
    const after = await api.execute('AudienceInfluencers', { ids })
    assert.deepEqual([before.code, after.code, before.execution === after.execution], [200, 202, false])
    assert.equal((await api.ended(after.execution)).status, 'FINISHED')
  })

  await t.test('a job can be stopped before it starts, and twice, and asked again', async () => {
    // One job runs at a time: behind this one the next has to wait.
    const many = Array.from({ length: 30 }, (_, index) => ids.slice(index))
    const busy = await Promise.all(
      many.map(some => api.execute('FollowerBreakdown', { ids: some, sample_size: 1_000_000 }))
    )
    const { execution } = await api.execute('ExternalInfluencers', { ids: ids.slice(3) })
    const first = await stop(api, execution)
    assert.deepEqual([first.status, first.progress], ['KILLED', 0])
    assert.deepEqual(await stop(api, execution), first)
    assert.equal((await api.ask(`/resources/${execution}`)).status, 404)
    for (const { execution: other } of busy) await stop(api, other)

    const again = await api.execute('ExternalInfluencers', { ids: ids.slice(3) })
    assert.deepEqual([again.code, again.execution], [202, execution])
    assert.equal((await api.ended(execution)).status, 'FINISHED')
    assert.equal((await stop(api, execution)).status, 'FINISHED')
  })

  await t.test('a result that its owner removes is gone', async () => {
    const { execution } = await api.execute('AnalyzePublicProfiles', { ids: ids.slice(0, 3) })
    await api.ended(execution)
    assert.equal((await api.ask(`/resources/${execution}`, { method: 'DELETE' })).status, 204)
    assert.equal((await api.ask(`/resources/${execution}`)).status, 410)
    const fresh = await api.execute('AnalyzePublicProfiles?fresh=true', { ids: ids.slice(0, 3) })
    assert.notEqual(fresh.execution, execution)
    assert.equal((await api.ended(fresh.execution)).status, 'FINISHED')
  })

  assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null })
})
