import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { Value } from 'typebox/value'
import { testJob } from '../../test/jobs/test-job.ts'
import type { ProfileId } from '../model/ids.ts'
import { composeResult, publishedRequest, publishedResult } from './compose-result.ts'

type Framed = { readonly _metadata: Readonly<Record<string, unknown>> }

const frame = {
  execution: 'abc',
  finishedWord: 'DONE',
  ids: ['twitter:1', 'bluesky:did:plc:aaaaaaaaaaaaaaaaaaaaaaaa'] as ProfileId[],
  requestedSize: 3,
  configuration: null,
  modelVersion: '2',
  now: Date.UTC(2017, 5, 8)
}

test('a result about one account names it', () => {
  const seed = { id: 'twitter:1', handle: 'ann' }
  const result = composeResult(testJob(), { body: { people: 1 }, metadata: {} }, { ...frame, seed }) as Framed

  assert.deepEqual([result._metadata.seed, result._metadata.handle], ['twitter:1', 'ann'])
  assert(Value.Check(publishedResult(testJob()), result))
})

test('a result carries its schema, its time and what was asked', () => {
  const result = composeResult(
    testJob(),
    { body: { people: 2 }, metadata: { missing: ['twitter:1'], audience_size: 1 } },
    frame
  )

  assert.deepEqual(result, {
    $schema: '/schemata/CountResult.json',
    timestamp: '2017-06-08T00:00:00.000Z',
    _metadata: {
      job: 'Count',
      status: 'DONE',
      requested_size: 3,
      audience_size: 1,
      service: 'bluesky,twitter',
      execution: 'abc',
      timestamp: '2017-06-08T00:00:00.000Z',
      model_version: '2',
      missing: ['twitter:1']
    },
    people: 2
  })
  assert(Value.Check(publishedResult(testJob()), result))
  assert(!Value.Check(publishedResult(testJob()), { ...result, people: 'two' }))
  assert(!Value.Check(publishedResult(testJob()), { people: 2 }))
})

test('a result may be a map from ids', () => {
  const result = Type.Record(Type.String(), Type.Object({ name: Type.String() }))
  const job = { ...testJob(), result }
  const composed = composeResult(job, { body: { 'twitter:1': { name: 'Ann' } }, metadata: {} }, frame)

  assert(Value.Check(publishedResult(job), composed))
  assert(!Value.Check(publishedResult(job), { ...composed, 'twitter:2': { name: 7 } }))
})

test('a published request requires its ids in one of two ways, and nothing else', () => {
  const schema = publishedRequest(testJob())
  assert(!Value.Check(schema, {}))
  assert(Value.Check(schema, { audience: { items: [{ id: 'twitter:1' }] } }))
  assert(Value.Check(schema, { ids: ['twitter:1'], job: 'Count', limit: 5, labels: ['a'] }))
  assert(!Value.Check(schema, { ids: ['twitter:1'], limit: 0 }))
  assert.equal(JSON.parse(JSON.stringify(schema)).required, undefined)
})
