import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import { createEnricher } from '../../src/enrichment/enrich.ts'
import { limits } from '../../src/http/limits.ts'
import type { JsonObject } from '../../src/json-object.ts'
import { httpServer, type TestServer } from './support/http-server.ts'
import { errorOf, json } from './support/submit.ts'

type Said = JsonObject & {
  vcard: { name?: JsonObject; email: string[] }
  demographics: JsonObject
  _meta: { source: string; model_version: string; predict_fields: string[] }
}
type Enriched = JsonObject & { peoplepattern: Said }
type Item = { status: string; code: number; result?: Enriched; error?: { input: unknown; message: string } }

const ask = ({ ask }: TestServer, path: string, body: unknown, headers: Record<string, string> = json) =>
  ask(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

async function enriched<Answer = Enriched>(server: TestServer, path: string, body: unknown): Promise<Answer> {
  const answer = await ask(server, path, body)
  const text = await answer.text()
  assert.equal(answer.status, 200, text)
  return JSON.parse(text) as Answer
}

/** Holds an answer to a schema as the server serves it. */
async function assertFits(server: TestServer, name: string, answer: unknown): Promise<void> {
  const schema = (await (await server.ask(`/schemata/${name}.json`)).json()) as AnySchemaObject
  const validate = new Ajv2020({ strict: true }).compile(schema)
  assert.ok(validate(answer), `${name}: ${JSON.stringify(validate.errors)}`)
}

test('a profile comes back as it was sent, with what is said of it', async t => {
  const server = await httpServer(t)
  const given = { name: 'Joe User', location: 'Boston, USA', email: 'joe@example.org', anything: { else: [1, null] } }

  const answer = await enriched(server, '/profile', given)

  const { peoplepattern, ...echo } = answer
  assert.deepEqual(echo, given)
  const { vcard, _meta } = peoplepattern
  assert.deepEqual(vcard, {
    name: { 'given-name': 'Joe', 'family-name': 'User', fn: 'Joe User' },
    email: ['joe@example.org']
  })
  assert.deepEqual([_meta.source, _meta.model_version], ['demograph', createEnricher().version])
  assert.ok(_meta.predict_fields.includes('vcard') && !_meta.predict_fields.includes('extended_demographics'))
  for (const field of _meta.predict_fields) assert.ok(field in peoplepattern, field)
  await assertFits(server, 'EnrichedProfile', answer)
})

test('a user object of Twitter v1.1 or of X API v2 is taken as it is', async t => {
  const server = await httpServer(t)
  const v11 = {
    ...{ id_str: '7', name: 'Ann Lee', screen_name: 'annlee', description: 'Astronomer', location: 'Boston, MA' },
    ...{ followers_count: 10, verified: false, created_at: 'Wed Oct 10 20:19:24 +0000 2018', entities: { url: {} } }
  }
  const v2 = {
    ...{ id: '7', name: 'Ann Lee', username: 'annlee', description: 'Astronomer', location: 'Boston, MA' },
    ...{ public_metrics: { followers_count: 10 }, verified: false, created_at: '2018-10-10T20:19:24.000Z' }
  }
  for (const given of [v11, v2]) {
    const answer = await enriched(server, '/profile', given)
    assert.equal(answer.peoplepattern.vcard.name?.['given-name'], 'Ann')
    await assertFits(server, 'EnrichedProfile', answer)
  }
})

test('a post is a text, a status of Twitter v1.1 or a tweet of X API v2', async t => {
  const server = await httpServer(t)
  const text = 'Bonjour à tous, quel beau match ce soir avec les amis !'
  for (const given of [
    { text },
    { id_str: '1', text: 'Bonjour à tous, quel…', truncated: true, extended_tweet: { full_text: text }, user: {} },
    { id_str: '1', full_text: text, entities: { urls: [{ expanded_url: 'https://example.org' }] }, retweet_count: 1 },
    { id: '1', text, author_id: '7', public_metrics: { like_count: 2 }, entities: { urls: [] } }
  ]) {
    const answer = await enriched(server, '/post', given)
    const { peoplepattern, ...echo } = answer
    assert.deepEqual([echo, peoplepattern.languages], [given, ['fr']])
    await assertFits(server, 'EnrichedPost', answer)
  }
})

test('what says nothing is refused in the words of the API', async t => {
  const server = await httpServer(t)
  for (const body of [{}, { id: '7', email: 'a@example.org' }, { name: '  ' }, { name: 7, handle: ['a'] }]) {
    const profile = await errorOf(await ask(server, '/profile', body))
    assert.deepEqual(profile, [400, ['No valid fields provided for profile content']])
    const post = await errorOf(await ask(server, '/post', body))
    assert.deepEqual(post, [400, ['No valid fields provided for post content']])
  }
})

test('the items of a list keep their places, those that say nothing among them', async t => {
  const server = await httpServer(t)
  const list = [{ name: 'Ann Lee' }, { id: 7 }, 'Ann', null, [{ name: 'Bob' }], { handle: '@bob' }]

  const items = await enriched<Item[]>(server, '/profile', list)

  const message = 'No valid fields provided for profile content'
  const refused = (input: unknown) => ({ status: 'error', code: 400, error: { input, message } })
  assert.deepEqual(items.slice(1, 5), list.slice(1, 5).map(refused))
  assert.deepEqual(
    items.map(({ status, code }) => [status, code]).filter(([status]) => status !== 'error'),
    [
      ['success', 200],
      ['success', 200]
    ]
  )
  assert.deepEqual([items[0]?.result?.name, items[5]?.result?.handle], ['Ann Lee', '@bob'])
  for (const item of items) await assertFits(server, 'EnrichedItem', item)
  assert.deepEqual(await enriched(server, '/post', []), [])
})

test('a list may be as long as the limit says', async t => {
  const server = await httpServer(t)
  const listOf = (length: number) => Array.from({ length }, () => ({}))
  assert.equal((await enriched<Item[]>(server, '/post', listOf(limits.enrichItems))).length, limits.enrichItems)
  assert.deepEqual(await errorOf(await ask(server, '/post', listOf(limits.enrichItems + 1))), [
    413,
    ['A list may hold 10,000 items at most: send several.']
  ])
})

test('a body may be HOCON', async t => {
  const server = await httpServer(t)
  const hocon = { 'content-type': 'application/hocon' }
  const answer = await ask(server, '/profile', 'name = Ann Lee\nlocation = "Boston, USA"', hocon)
  const { peoplepattern, ...echo } = (await answer.json()) as Enriched
  assert.deepEqual(echo, { name: 'Ann Lee', location: 'Boston, USA' })
  assert.equal(peoplepattern.vcard.name?.['family-name'], 'Lee')
})

test('texts that no store would take are answered: NUL, lone surrogates, controls, very long ones', async t => {
  const server = await httpServer(t)
  for (const text of ['a\0b', '\ud800 lone \udc00', '\u202e\u200f turned', 'a'.repeat(1_000_000), '😀'.repeat(5_000)]) {
    const profile = await enriched(server, '/profile', { name: text, summary: text, location: text, handle: text })
    assert.equal(profile.name, text)
    assert.equal((await enriched(server, '/post', { text })).text, text)
  }
})

test('race is never said, not even where it is sent', async t => {
  const server = await httpServer(t)
  const { peoplepattern } = await enriched(server, '/profile', { name: 'Ann Lee', demographics: { race: 'x' } })
  assert.ok(!JSON.stringify(peoplepattern).includes('race'))
})

test('it needs a token', async t => {
  const server = await httpServer(t)
  for (const path of ['/profile', '/post', '/enrich']) {
    const answer = await ask(server, path, { name: 'Ann Lee' }, { ...json, authorization: 'Bearer none' })
    assert.equal(answer.status, 401, path)
  }
  assert.equal((await ask(server, '/enrich', {})).status, 403, 'a member does not enrich the corpus')
})

test('nothing that is sent is stored or asked of a store', async t => {
  const server = await httpServer(t, { ...storesThatFail(t) })
  await enriched(server, '/profile', [{ name: 'Ann Lee' }])
  await enriched(server, '/post', { text: 'Hello' })
  assert.ok(!server.logged.some(line => line.includes('Ann Lee') || line.includes('Hello')), 'nor logged')
})

function storesThatFail(t: TestContext) {
  const fails = t.mock.fn(async () => {
    throw new Error('no store may be asked')
  })
  return { importStream: fails, erase: fails, enrichAnew: fails }
}
