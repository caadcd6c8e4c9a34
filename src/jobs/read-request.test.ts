import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testJob } from '../../test/jobs/test-job.ts'
import type { ProfileId } from '../model/ids.ts'
import { type Lookups, readRequest } from './read-request.ts'

const nasa = 'twitter:11348282' as ProfileId

/** A corpus that holds a profile of every id but 404 and 405, follows of 405, and one handle. */
const corpus: Lookups = {
  resolveHandles: async handles =>
    new Map(handles.filter(handle => handle === 'twitter:@nasa').map(handle => [handle, nasa])),
  existingProfiles: async ids => new Set(ids.filter(id => id !== 'twitter:404' && id !== 'twitter:405')),
  metAccounts: async ids => new Set(ids.filter(id => id === 'twitter:405'))
}
const neverAsked: Lookups = {
  resolveHandles: () => Promise.reject(new Error('asked for handles')),
  existingProfiles: () => Promise.reject(new Error('asked for profiles')),
  metAccounts: () => Promise.reject(new Error('asked for accounts'))
}
const job = testJob()
const errorsOf = async (body: unknown) => (await readRequest(job, body, neverAsked)).errors
const warningsOf = async (body: unknown) => (await readRequest(job, body, corpus)).warnings

test('a question in its normal form has sorted, different ids and all options', async () => {
  const read = await readRequest(
    job,
    { ids: ['twitter:9', 'twitter:10', 'twitter:9'], limit: 5, labels: ['a'] },
    corpus
  )

  assert.deepEqual(read, {
    errors: [],
    warnings: ['1 id was given twice and is counted once'],
    requestedSize: 2,
    request: { ids: ['twitter:10', 'twitter:9'], options: { limit: 5, pull_strategy: 'recent' } },
    notes: { labels: ['a'] }
  })
})

test('ids may be given as audience.items, as texts or objects', async () => {
  const { request } = await readRequest(job, { audience: { items: ['twitter:1', { id: 'twitter:2' }] } }, corpus)
  assert.deepEqual(request?.ids, ['twitter:1', 'twitter:2'])
})

test('the documented refusals have the documented words', async () => {
  const many = Array.from({ length: 1001 }, (_, i) => `twitter:${i}`)
  for (const body of [{}, { ids: [] }, { ids: null }, { ids: 'twitter:1' }, { audience: {} }])
    assert.deepEqual(await errorsOf(body), ['A list of ids must be present'])
  assert.deepEqual(await errorsOf({ ids: many }), ['Maximum of 1000 ids may be provided'])
})

test('a hundred thousand ids are refused without being read', async () => {
  const unreadable = {
    get id(): string {
      throw new Error('it was read')
    }
  }
  const body = { ids: Array.from({ length: 100_000 }, () => unreadable) }
  assert.deepEqual(await errorsOf(body), ['Maximum of 1000 ids may be provided'])
})

test('few ids are a warning, not an error', async () => {
  const read = await readRequest(testJob({ advisedIds: 50 }), { ids: ['twitter:1'] }, corpus)
  assert.deepEqual([read.errors, read.warnings], [[], ['At least 50 ids must be provided']])
})

test('an id that cannot be read is named by its position', async () => {
  assert.deepEqual(await errorsOf({ ids: ['twitter:1', 'nasa', 7, { id: 'twitter:x' }, 'myspace:1'] }), [
    'Id 2 is malformed: "nasa". An id is service:native_id, such as twitter:116679528',
    'Id 3 is malformed: 7. An id is service:native_id, such as twitter:116679528',
    'Id 4 is malformed: "twitter:x". An id is service:native_id, such as twitter:116679528',
    'Id 5 is of a service that this server does not know: "myspace". It knows twitter, bluesky, mastodon, linkedin, facebook'
  ])
})

test('of many wrong ids the first ten are named', async () => {
  const errors = await errorsOf({ ids: Array.from({ length: 15 }, () => 'x') })
  assert.deepEqual([errors.length, errors.at(-1)], [11, '5 more ids cannot be read'])
})

test('a handle that the corpus knows becomes its id; unknown ones are left out and counted', async () => {
  const read = await readRequest(job, { ids: ['twitter:@NASA', nasa, 'twitter:@nobody'] }, corpus)
  assert.deepEqual(read.request?.ids, [nasa])
  assert.deepEqual(read.requestedSize, 2)
  assert.deepEqual(read.warnings, ['1 of the handles is not known to the corpus and left out: twitter:@nobody'])
})

test('a request of unknown handles only has nobody to ask about', async () => {
  const { errors } = await readRequest(job, { ids: ['twitter:@nobody'] }, corpus)
  assert.deepEqual(errors, ['The corpus knows none of these handles: import the accounts first, or give ids'])
})

test('ids that the corpus does not hold are counted in a warning, also when it holds none', async () => {
  assert.deepEqual(await warningsOf({ ids: ['twitter:1', 'twitter:404'] }), ['1 of the 2 ids is not in the corpus'])
  assert.deepEqual(await warningsOf({ ids: ['twitter:404'] }), ['1 of the 1 ids is not in the corpus'])
})

test('ids that the corpus knows without a profile, from follows for instance, are told apart from unknown ones', async () => {
  assert.deepEqual(await warningsOf({ ids: ['twitter:1', 'twitter:404', 'twitter:405'] }), [
    '1 of the 3 ids is not in the corpus',
    '1 of the 3 ids has no profile in the corpus'
  ])
})

test('a wrong member is answered with what it takes, in the order ids, options, notes', async () => {
  const body = {
    ids: [],
    job: 'Other',
    user: 7,
    labels: 'one',
    externalId: 'x'.repeat(201),
    limit: 0,
    pull_strategy: 'newest',
    benchmark: { group: 1 }
  }
  assert.deepEqual(await errorsOf(body), [
    'A list of ids must be present',
    '"job" must be Count, as in the address, or left out',
    '"limit" takes a whole number from 1 to 1000',
    '"pull_strategy" takes one of "random", "recent"',
    '"benchmark.group" takes a text',
    '"labels" takes a list of at most 20, each a text of 1 to 100 characters',
    '"externalId" takes a text of at most 200 characters',
    '"user" takes a text of at most 200 characters'
  ])
})

test('a number may be written as HOCON writes it', async () => {
  const limits = ['10', '0.5k', '1s'].map(async limit => {
    const { request } = await readRequest(job, { ids: ['twitter:1'], limit }, corpus)
    return request?.options.limit
  })
  assert.deepEqual(await Promise.all(limits), [10, 512, 1000])
})

test('notes are text that any store can keep', async () => {
  assert.deepEqual(await errorsOf({ ids: ['twitter:1'], labels: ['a\0'], user: '\0' }), [
    '"labels" takes a list of at most 20, each a text of 1 to 100 characters',
    '"user" takes a text of at most 200 characters'
  ])
  const { notes } = await readRequest(job, { ids: ['twitter:1'], labels: ['half \ud800'] }, corpus)
  assert.deepEqual(notes.labels, ['half \ufffd'])
})

test('unknown members change nothing, and a warning names them', async () => {
  const plain = await readRequest(job, { ids: ['twitter:1'] }, corpus)
  const read = await readRequest(job, { ids: ['twitter:1'], lmit: 5, benchmark: null, constructor: 1 }, corpus)
  assert.deepEqual(read.request, plain.request)
  assert.deepEqual(read.warnings, ['Members that this job does not know are ignored: "lmit", "constructor"'])
})

test('a request for what is not inferred is told so', async () => {
  assert.deepEqual(await warningsOf({ ids: ['twitter:1'], fields: ['gender', 'Race'], sexual_orientation: true }), [
    'The race of people is not inferred, by decision: see docs/privacy.md',
    'The sexual orientation of people is not inferred, by decision: see docs/privacy.md',
    'Members that this job does not know are ignored: "fields", "sexual_orientation"'
  ])
})

test('a body that is no object is refused with an example', async () => {
  for (const body of [undefined, null, 'x', 7, ['twitter:1']])
    assert.deepEqual(await errorsOf(body), ['The body must be an object, such as {"ids": ["twitter:116679528"]}'])
})
