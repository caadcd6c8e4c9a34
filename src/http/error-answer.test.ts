import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  Conflict,
  Forbidden,
  Gone,
  InvalidRequest,
  NotAcceptable,
  NotFound,
  ServiceError,
  Stopped,
  TooLarge,
  TooMany,
  Unauthorized,
  Unavailable,
  UnsupportedMediaType
} from '../errors.ts'
import { errorAnswer } from './error-answer.ts'

test('every mistake of a caller has its code, and all of its sentences are answered', () => {
  const kinds = {
    400: InvalidRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    406: NotAcceptable,
    409: Conflict,
    410: Gone,
    413: TooLarge,
    415: UnsupportedMediaType,
    503: Unavailable
  }
  for (const [status, Kind] of Object.entries(kinds)) {
    const answer = errorAnswer(new Kind(['One.', 'Two.']), 'r1')
    assert.deepEqual([answer.status, answer.body], [Number(status), { errors: ['One.', 'Two.'] }])
  }
  assert.equal(errorAnswer(new Stopped('It was stopped.'), 'r1').status, 409)
  assert.equal(errorAnswer(new ServiceError('Something else.'), 'r1').status, 400)
})

test('what can be tried again says when, and what needs a token says how', () => {
  assert.deepEqual(errorAnswer(new TooMany('Wait.', 2.2), 'r1').headers, { 'retry-after': '3' })
  assert.deepEqual(errorAnswer(new Unavailable('Wait.'), 'r1').headers, { 'retry-after': '5' })
  assert.match(errorAnswer(new Unauthorized('Who?'), 'r1').headers['www-authenticate'] ?? '', /^Bearer/)
})

test('a bug is answered with the id of the request and nothing of itself', () => {
  const { status, body } = errorAnswer(new TypeError('secret of /home/x'), 'r1')

  assert.equal(status, 500)
  assert.match(body.errors.join(), /r1/)
  assert.doesNotMatch(body.errors.join(), /secret/)
})
