import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testApp } from '../support/app.ts'
import { type RawRequest, rawBytes, rawRequest } from './support/raw-request.ts'

const token = '00000000000000000000000000000001'
const hash = 'abcdefghijklmnopqrstuvwxyz'

const word = fc.string({ maxLength: 30 }).map(encodeURIComponentSafely)
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0xff }).map(code => String.fromCharCode(code)),
  maxLength: 40
})

const path = fc.oneof(
  fc.constantFrom(
    '/status',
    '/stop',
    '/progress',
    '/executions',
    '/estimate',
    '/execute',
    '/import',
    '/healthz',
    '/docs'
  ),
  fc
    .tuple(fc.constantFrom('/execute/', '/estimate/', '/resources/', '/schemata/', '/'), word)
    .map(parts => parts.join('')),
  fc.constantFrom(
    `/resources/${hash}/result.json`,
    `/resources/${hash}/result.csv`,
    '/execute/AudienceInfluencers/',
    '//'
  ),
  visible.map(text => `/${text}`)
)
const names = [
  'execution',
  'access_token',
  'max',
  'offset',
  'status',
  'label',
  'fresh',
  'format',
  'columns',
  '__proto__'
]
const query = fc.array(
  fc.tuple(
    fc.constantFrom('?', '&', ';', '#'),
    fc.oneof(fc.constantFrom(...names), word),
    fc.oneof(word, visible, fc.constantFrom(hash, token, '0', '-1', '1e309', '%', '%00', '%ff', 'true'))
  ),
  { maxLength: 5 }
)
const header = fc.tuple(
  fc.constantFrom(
    'accept',
    'content-type',
    'accept-encoding',
    'if-none-match',
    'prefer',
    'x-request-id',
    'expect',
    'cookie'
  ),
  fc.oneof(
    visible,
    fc.constantFrom(
      'application/json',
      'application/hocon',
      'text/event-stream',
      'application/x-ndjson',
      '*/*',
      'wait=0'
    )
  )
)
const body = fc.oneof(
  fc.constant(new Uint8Array()),
  fc.uint8Array({ maxLength: 200 }),
  fc.json({ maxDepth: 4 }).map(text => Buffer.from(text)),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        '=',
        '+=',
        '${',
        'a',
        '.',
        ',',
        '\n',
        '#',
        'include',
        '1',
        '__proto__'
      ),
      {
        maxLength: 60
      }
    )
    .map(parts => Buffer.from(parts.join(''))),
  fc
    .record({
      ids: fc.array(fc.oneof(fc.string(), fc.constant('twitter:1'), fc.integer())),
      job: fc.anything(),
      labels: fc.anything()
    })
    .map(value =>
      Buffer.from(JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part)) ?? '')
    )
)

const request: fc.Arbitrary<RawRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'HEAD', 'DELETE', 'PUT', 'PATCH', 'OPTIONS', 'PROPFIND', 'QUERY', 'BREW'),
  target: fc
    .tuple(path, query)
    .map(([start, pairs]) => start + pairs.map(([mark, name, value]) => `${mark}${name}=${value}`).join('')),
  headers: fc
    .tuple(fc.array(header, { maxLength: 4 }), fc.boolean())
    .map(([headers, isKnown]) => (isKnown ? [...headers, ['authorization', `Bearer ${token}`] as const] : headers)),
  body
})

test('whatever is sent, the answer is no server error, every refusal says why, and the server lives on', async t => {
  const { url } = await testApp(t)
  const property = fc.asyncProperty(request, async sent => {
    const answer = await rawRequest(url, sent)
    assert.ok(answer.status >= 200, `no answer: ${answer.head}`)
    assert.ok(answer.status < 500 || answer.status === 503, `${answer.status} ${answer.body}`)
    if (answer.status >= 400 && sent.method !== 'HEAD') {
      const { errors } = JSON.parse(answer.body)
      assert.ok(Array.isArray(errors) && errors.length > 0 && errors.every(error => typeof error === 'string'))
    }
  })

  await fc.assert(property, { numRuns: 1000, seed: 20170608 })

  assert.equal((await fetch(`${url}/healthz`)).status, 200)
})

test('bytes that are no HTTP are answered in the shape of every other error', async t => {
  const { url } = await testApp(t)
  for (const bytes of [
    '\0\0\0\r\n\r\n',
    'GET\r\n\r\n',
    'hello\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /\x01 HTTP/1.1\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n'
  ]) {
    const { status, body: text } = await rawBytes(url, Buffer.from(bytes))
    assert.equal(status, 400, JSON.stringify(bytes))
    assert.equal(JSON.parse(text).errors.length, 1)
  }
})

test('a URL or headers of more than 16 KiB are 431, and a long part of a path is 414', async t => {
  const { url } = await testApp(t)
  const statusOf = (path: string, headers = {}) => fetch(url + path, { headers }).then(answer => answer.status)

  assert.equal(await statusOf(`/status?execution=${'x'.repeat(17_000)}`), 431)
  assert.equal(await statusOf('/healthz', { cookie: 'x'.repeat(17_000) }), 431)
  assert.equal(await statusOf(`/resources/${'x'.repeat(300)}`), 414)
})

test('a body that asks for more than a parser gives is 400, and quickly so', async t => {
  const { url } = await testApp(t)
  const bombs = {
    'application/json': ['['.repeat(2_000_000), `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`],
    'application/hocon': [
      `a0 = [x]\n${Array.from({ length: 60 }, (_, i) => `a${i + 1} = [\${a${i}} \${a${i}}]`).join('\n')}`,
      `${'a.'.repeat(100_000)}b = 1`,
      `a = \${a}`,
      'include "x"',
      `${'{'.repeat(100_000)}`
    ]
  }
  for (const [type, texts] of Object.entries(bombs)) {
    for (const text of texts) {
      const startMs = performance.now()
      const answer = await fetch(`${url}/execute/AudienceInfluencers?access_token=${token}`, {
        method: 'POST',
        body: text,
        headers: { 'content-type': type }
      })
      assert.equal(answer.status, 400, text.slice(0, 30))
      assert.ok(performance.now() - startMs < 5_000, text.slice(0, 30))
    }
  }
})

test('100,000 ids in one body are refused with the documented sentence', async t => {
  const { url } = await testApp(t)
  const ids = Array.from({ length: 100_000 }, (_, i) => `twitter:${i}`)
  const answer = await fetch(`${url}/execute/AudienceInfluencers?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ ids }),
    headers: { 'content-type': 'application/json' }
  })

  assert.deepEqual([answer.status, await answer.json()], [400, { errors: ['Maximum of 1000 ids may be provided'] }])
})

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
