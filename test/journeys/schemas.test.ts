import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { type Api, apiAt } from '../support/api.ts'
import { startChildServer } from '../support/child-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const demo = new URL('../../data/demo-corpus/', import.meta.url)
const files = [
  'profiles.jsonl.gz',
  'follows.csv.gz',
  'posts.jsonl.gz',
  'interactions.csv.gz',
  'mentioned-accounts.csv.gz'
]
const jobs = ['AnalyzePublicProfiles', 'AudienceInfluencers', 'ExternalInfluencers', 'FollowerBreakdown']

type Served = (name: string) => Promise<ValidateFunction>
type Result = { readonly $schema: string }
type SizesTold = { readonly together: { readonly _coverage: { readonly size: object } } }

/** Compiles what the server serves, in the dialect that it names, refusing keywords that the dialect does not know. */
function servedBy(api: Api): Served {
  const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { 'date-time': isTime } })
  const compiled = new Map<string, Promise<ValidateFunction>>()
  return name => {
    const known = compiled.get(name) ?? api.json<AnySchemaObject>(`/schemata/${name}.json`).then(s => ajv.compile(s))
    compiled.set(name, known)
    return known
  }
}

const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))

async function assertFits(served: Served, name: string, value: unknown, what = name): Promise<void> {
  const validate = await served(name)
  const fits = validate(value)
  const [first] = validate.errors ?? []
  assert.ok(fits, `${what}: ${first?.instancePath} ${first?.message} (${validate.errors?.length} errors)`)
}

/** Asks each of the jobs and holds its result to the schema that the result itself names. */
async function assertResultsFit(api: Api, served: Served, body: { ids: readonly string[] } & object, what: string) {
  for (const job of jobs) {
    await assertFits(served, `${job}Request`, body)
    const result = await api.run<Result>(job, body)
    const [, name = ''] = /^\/schemata\/(\w+)\.json$/.exec(result.$schema) ?? []
    assert.equal(name, `${job}Result`)
    await assertFits(served, name, result, `${job} of ${what}`)
  }
}

async function importDemo(api: Api): Promise<void> {
  for (const file of files) await api.importFile(file, await readFile(new URL(file, demo)))
  const pairs = elsewhere.flatMap(from => elsewhere.map(to => `${from},${to}\n`))
  await api.importFile('follows.csv', `from_id,to_id\n${pairs.join('')}`)
}

/** Ids of the demo corpus in the order of its files: Congress, universities, the others; then bare ids from the follows. */
async function demoIds(): Promise<string[]> {
  const unzipped = async (file: string) => gunzipSync(await readFile(new URL(file, demo))).toString()
  const profiles = (await unzipped('profiles.jsonl.gz'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).id as string)
  const follows = (await unzipped('follows.csv.gz')).trimEnd().split('\n').slice(1)
  return [...new Set([...profiles, ...follows.map(line => line.split(',')[1] ?? '')])]
}

const unknown = [
  'twitter:999999999999999991',
  'mastodon:nobody@example.org',
  'bluesky:did:plc:aaaabbbbccccddddeeeeffff'
]
const elsewhere = ['mastodon:ann@example.org', 'bluesky:did:plc:ggggaaaabbbbccccddddeeee', 'twitter:5']

async function open(t: TestContext, { home, env = {} }: { home?: string; env?: Record<string, string> } = {}) {
  const server = await startChildServer(t, { home: home ?? (await temporaryFolder(t)), env })
  const api = apiAt(server.url)
  return { server, api, served: servedBy(api) }
}

type Audience = readonly [what: string, ids: readonly string[]]

/** An audience of each kind that a question may be about. */
function everyKind(ids: readonly string[]): Audience[] {
  return [
    ['one account', ids.slice(0, 1)],
    ['unknown ids', unknown],
    ['accounts of three networks', elsewhere],
    ['known and unknown ids', [...ids.slice(1_100, 1_160), ...unknown]],
    ['1,000 ids of all kinds', [...ids.slice(0, 500), ...ids.slice(1_200, 1_600), ...ids.slice(-100)]]
  ]
}

async function demoAudiences(): Promise<Audience[]> {
  const audiences: Record<string, { ids: string[] }> = JSON.parse(
    await readFile(new URL('audiences.json', demo), 'utf8')
  )
  return Object.entries(audiences).map(([name, audience]) => [name, audience.ids])
}

/** The sizes that are told of an account: 90 universities follow it, and the size of each of them is known. */
async function sizesToldOf(api: Api): Promise<object> {
  const { together } = await api.run<SizesTold>('FollowerBreakdown', { ids: ['twitter:48289662'] })
  return together._coverage.size
}

async function assertOthersFit(api: Api, served: Served): Promise<void> {
  const [first, ...rest] = unknown
  const estimate = async (body: object) => (await api.post('/estimate/AudienceInfluencers', body)).json()
  await assertFits(served, 'EstimateResponse', await estimate({ ids: unknown }))
  await assertFits(served, 'EstimateResponse', await estimate({ ids: [] }))
  const asked = await (await api.post('/execute', { job: 'AudienceInfluencers', ids: rest })).json()
  await assertFits(served, 'ExecuteResponse', asked)
  await assertFits(served, 'StatusResponse', await api.ended((asked as { execution: string }).execution))
  await assertFits(served, 'ExecutionsResponse', await api.json('/executions'))
  await assertFits(served, 'ImportResponse', await api.importFile('follows.csv', 'from_id,to_id\n1,2\nx,\n'))
  await assertFits(served, 'EraseResponse', await (await api.ask(`/erase?id=${first}`, { method: 'POST' })).json())
  for (const path of ['/status?execution=none', '/nowhere', '/schemata/None.json'])
    await assertFits(served, 'ErrorResponse', await (await api.ask(path)).json(), path)
  await assertFits(served, 'ErrorResponse', await (await api.post('/execute/AudienceInfluencers', { ids: [] })).json())
}

async function assertDescribed(api: Api, served: Served): Promise<void> {
  const document = await api.json<{ components: { schemas: Record<string, object> } }>('/openapi.json')
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  assert.ok(valid, JSON.stringify(errors))
  for (const name of Object.keys(document.components.schemas)) await served(name)
}

test('every result fits the schema that it names', async t => {
  const home = await temporaryFolder(t)
  const ids = await demoIds()
  const { server, api, served } = await open(t, { home })
  await t.test('the API description is valid OpenAPI and names the schemas that are served', () =>
    assertDescribed(api, served)
  )
  await t.test('over an empty corpus', () => assertResultsFit(api, served, { ids: unknown }, 'nobody'))
  await importDemo(api)
  for (const [what, some] of [...everyKind(ids), ...(await demoAudiences())])
    await t.test(`of ${what}`, () => assertResultsFit(api, served, { ids: some }, what))
  await t.test('fields of few people redacted', async () => {
    assert.deepEqual(await sizesToldOf(api), { of: 90, redacted: true })
  })
  await t.test('with options', async () => {
    const other = await api.execute('AudienceInfluencers', { ids: ids.slice(0, 200) })
    const some = ids.slice(1_100, 1_200)
    for (const [job, options] of [
      ['ExternalInfluencers', { limit: 1000, benchmark: { group: 'service', key: 'twitter' } }],
      ['ExternalInfluencers', { benchmark: { group: 'execution', key: other.execution } }],
      ['AudienceInfluencers', { limit: 1 }],
      ['FollowerBreakdown', { sample_size: 10, pull_strategy: 'recent' }],
      ['FollowerBreakdown', { sample_size: 150 }]
    ] as const) {
      await assertFits(served, `${job}Request`, { ids: some, ...options })
      const result = await api.run<Result>(job, { ids: some, ...options })
      await assertFits(served, `${job}Result`, result, JSON.stringify(options))
    }
  })
  await t.test('every other answer fits its schema too', () => assertOthersFit(api, served))
  await server.end('SIGTERM')

  await t.test('where nothing is redacted', async t => {
    const env = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1', DEMOGRAPH_PRIVACY_ROUND_TO: '1' }
    const { api, served } = await open(t, { home, env })
    for (const [what, some] of everyKind(ids)) await assertResultsFit(api, served, { ids: some }, what)
    assert.deepEqual(await sizesToldOf(api), { n: 90, of: 90, redacted: false })
  })
})
