import assert from 'node:assert/strict'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { openWarehouse, type Warehouse } from '../../src/store/warehouse.ts'
import { type Api, apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'
import { startFront } from '../support/engines.ts'
import { inReverse } from '../support/in-reverse.ts'
import { within } from '../support/within.ts'
import { countQueries, makeFollowsEndless } from './endless-follows.ts'

type World = { readonly api: Api; readonly warehouse: Warehouse }

const audience = { ids: ['twitter:1', 'twitter:2'] }

/** The whole program over an embedded warehouse, and a second door to that warehouse. */
async function embedded(t: TestContext): Promise<World> {
  const { url, home } = await testApp(t, { CONCURRENCY: '1' })
  return slowWorld(t, apiAt(url), { path: path.join(home, 'warehouse') })
}

async function overHttp(t: TestContext): Promise<World> {
  const warehouseUrl = `${await startFront()}/demograph_stop_${process.pid}`
  const { url } = await testApp(t, { CONCURRENCY: '1', WAREHOUSE_URL: warehouseUrl })
  return slowWorld(t, apiAt(url), { url: warehouseUrl, cluster: '' })
}

const people = ['twitter:1', 'twitter:2', 'twitter:3', 'twitter:4', 'twitter:5', 'twitter:6']

/** A few people who follow the first of them, known by their names; whom they follow is then computed for ever. */
async function slowWorld(t: TestContext, api: Api, where: Parameters<typeof openWarehouse>[0]): Promise<World> {
  await api.importFile('follows.csv', `from_id,to_id\n${people.map(id => `${id},twitter:1`).join('\n')}\n`)
  const warehouse = inReverse(t).use(await openWarehouse(where))
  await makeFollowsEndless(warehouse)
  return { api, warehouse }
}

async function killsItsQuery(t: TestContext, { api, warehouse }: World): Promise<void> {
  const { execution } = await api.execute('AudienceInfluencers', audience)
  await within(10_000, 'the query runs', async () => (await countQueries(warehouse, execution)) > 0)
  assert.equal((await api.status(execution)).status, 'RUNNING')

  const start = performance.now()
  const stopped = await api.ask(`/stop?execution=${execution}`, { method: 'POST' })
  assert.deepEqual([stopped.status, ((await stopped.json()) as { status: string }).status], [200, 'KILLED'])
  const answeredMs = performance.now() - start
  await within(10_000, 'the query is gone', async () => (await countQueries(warehouse, execution)) === 0)
  const goneMs = performance.now() - start
  t.diagnostic(`/stop answered after ${answeredMs.toFixed(0)} ms, the query was gone after ${goneMs.toFixed(0)} ms`)

  assert.equal((await api.status(execution)).status, 'KILLED')
  assert.equal((await api.ask(`/resources/${execution}`)).status, 404)
}

async function freesTheSlot(_t: TestContext, { api, warehouse }: World): Promise<void> {
  const { execution: first } = await api.execute('AudienceInfluencers', { ids: ['twitter:3'] })
  await within(10_000, 'the first runs', async () => (await countQueries(warehouse, first)) > 0)
  const { execution: second } = await api.execute('AnalyzePublicProfiles', audience)
  assert.equal((await api.status(second)).status, 'SUBMITTED')

  await api.ask(`/stop?execution=${first}`, { method: 'POST' })
  assert.equal((await api.ended(second)).status, 'FINISHED')
}

async function stopsWhileQueued(_t: TestContext, { api, warehouse }: World): Promise<void> {
  const { execution: long } = await api.execute('AudienceInfluencers', { ids: ['twitter:4'] })
  await within(10_000, 'the long one runs', async () => (await countQueries(warehouse, long)) > 0)
  const { execution: queued } = await api.execute('AudienceInfluencers', { ids: ['twitter:5'] })
  const stopped = await api.ask(`/stop?execution=${queued}`, { method: 'POST' })
  assert.equal(((await stopped.json()) as { status: string }).status, 'KILLED')
  await api.ask(`/stop?execution=${long}`, { method: 'POST' })

  const { execution: next } = await api.execute('AnalyzePublicProfiles', { ids: ['twitter:6'] })
  await api.ended(next)
  const { started_at } = await api.json<{ started_at: string | null }>(`/status?execution=${queued}`)
  assert.equal(started_at, null)
}

for (const [engine, open] of [
  ['chDB in the process', embedded],
  ['ClickHouse over HTTP', overHttp]
] as const) {
  test(`a long query over ${engine}`, async t => {
    const world = await open(t)
    await t.test('is killed in the engine by /stop, though it would never end', t => killsItsQuery(t, world))
    await t.test('gives its slot to the next job when it is stopped', t => freesTheSlot(t, world))
    await t.test('does not begin when it is stopped in the queue', t => stopsWhileQueued(t, world))
  })
}
