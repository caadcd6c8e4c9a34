import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testApp, testToken } from '../support/app.ts'
import { rawRequest } from './support/raw-request.ts'

const hash = 'a'.repeat(40)
const words = [
  ...[
    '',
    '0',
    '-1',
    '1e309',
    'NaN',
    'true',
    'null',
    '%',
    '%00',
    '%ff',
    '%F0%9F%98%80',
    hash,
    hash.slice(0, 32),
    testToken
  ],
  ...[
    "' OR 1=1 --",
    '{}',
    '[]',
    '"',
    '{"analysis_type":"freqDist"}',
    'x'.repeat(500),
    '../../etc',
    '__proto__',
    'constructor'
  ]
]
const word = fc.oneof(
  fc.constantFrom(...words.map(text => encodeURIComponent(text))),
  fc.constantFrom('%', '%00', '%zz')
)
const part = fc.oneof(fc.constantFrom('linkedin', 'twitter', 'task', 'analysis', 'strategy', 'reference', hash), word)
const endpoints = [
  'task',
  'validate',
  'compile',
  'start',
  'stop',
  'update',
  'get',
  'tags',
  'sample',
  'analyze',
  'reference'
]
const path = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '/v1', '/v1.3', '/v1.6', '/v1.9', '/v2'),
      fc.constantFrom('/pylon', '/account'),
      fc.array(fc.oneof(part, fc.constantFrom(...endpoints, 'identity', 'limit', 'token', 'usage')), { maxLength: 5 })
    )
    .map(([version, room, parts]) => [version + room, ...parts].join('/')),
  fc
    .tuple(fc.constantFrom('/pylon/linkedin/', '/v1.2/pylon/'), fc.constantFrom(...endpoints))
    .map(parts => parts.join(''))
)
const names = [
  ...[
    'id',
    'hash',
    'page',
    'per_page',
    'status',
    'order_by',
    'order_dir',
    'count',
    'start',
    'end',
    'filter',
    'csdl',
    'name'
  ],
  ...[
    'parameters',
    'type',
    'subscription_id',
    'callback',
    'username',
    'api_key',
    'label',
    'master',
    'period',
    'service'
  ]
]
const query = fc
  .array(fc.tuple(fc.constantFrom('?', '&'), fc.constantFrom(...names), word), { maxLength: 5 })
  .map(pairs => pairs.map(([by, name, value], i) => `${i === 0 ? '?' : by}${name}=${value}`).join(''))
const value = fc.oneof(
  fc.constantFrom<unknown>(...words, null, true, [], {}, 0, -1, 1.5, 1e300, [[]], { a: null }, 2 ** 53),
  fc.constantFrom<unknown>('interaction.content contains "x"', '(((', 'tag "x" {', `stream "${'a'.repeat(32)}"`),
  fc.constantFrom<unknown>(
    { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 'x' } },
    { parameters: { analysis_type: 'timeSeries', parameters: { interval: 'hour', span: -1 } } },
    { strategy: 'top_urls', version: 1, parameters: null }
  )
)
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), value).map(fields => Buffer.from(JSON.stringify(fields))),
  fc.array(fc.tuple(fc.constantFrom(...names), word)).map(pairs => Buffer.from(pairs.map(p => p.join('=')).join('&'))),
  fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes))
)
const types = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'nonsense', '']
const authorizations = [
  `demo:${testToken}`,
  `demo:${testToken}`,
  `demo:${testToken}`,
  `Bearer ${testToken}`,
  'a:b',
  ':::'
]

test('no request to the Task API is answered with a bug, and every error says one sentence', async t => {
  const { url } = await testApp(t)
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD'),
    target: fc.tuple(path, query).map(parts => parts.join('')),
    type: fc.constantFrom(...types),
    authorization: fc.constantFrom(...authorizations),
    body
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, target, type, authorization, body }) => {
      const headers = [['Content-Type', type] as const, ['Authorization', authorization] as const]
      const answer = await rawRequest(url, { method, target, headers, body })
      assert.ok(answer.status >= 200 && answer.status < 500, `${answer.status} ${answer.body}`)
      if (method === 'HEAD' || answer.body === '' || answer.body.startsWith('/**/')) return
      const said = JSON.parse(answer.body) as { error?: unknown }
      assert.equal(typeof said.error, answer.status < 400 ? 'undefined' : 'string', answer.body)
    }),
    { numRuns: 600 }
  )
})
