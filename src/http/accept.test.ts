import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotAcceptable } from '../errors.ts'
import { prefersOverJson, requireAcceptable } from './accept.ts'

const json = ['application/json']

test('JSON is acceptable to whoever names it, a wildcard over it, or nothing at all', () => {
  const headers = [
    undefined,
    '',
    '*/*',
    '*',
    'application/*',
    'application/json; charset=utf-8',
    'text/html, */*;q=0.1'
  ]
  for (const header of headers) requireAcceptable(header, json)
})

test('JSON is refused by a header that names other types only, or gives it no quality', () => {
  for (const header of ['application/hocon', 'text/html', 'application/json;q=0, */*', 'text/*;q=1', 'nonsense']) {
    assert.throws(() => requireAcceptable(header, json), NotAcceptable, header)
  }
})

test('a stream is sent to those who name it and want it no less than JSON', () => {
  const stream = 'text/event-stream'
  assert.equal(prefersOverJson('text/event-stream', stream), true)
  assert.equal(prefersOverJson('application/json, text/event-stream', stream), true)
  assert.equal(prefersOverJson('application/json, text/event-stream;q=0.5', stream), false)
  assert.equal(prefersOverJson('*/*', stream), false)
  assert.equal(prefersOverJson(undefined, stream), false)
})
