import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { InvalidRequest } from '../errors.ts'
import { parseQuery, readQuery } from './query.ts'

test('a second question mark before a name reads as an ampersand, as the printed documentation has it', () => {
  assert.deepEqual({ ...parseQuery('execution=abc?access_token=T') }, { execution: 'abc', access_token: 'T' })
  assert.deepEqual({ ...parseQuery('name=what?.json') }, { name: 'what?.json' })
})

test('of a parameter that is there twice the last value counts', () => {
  assert.deepEqual({ ...parseQuery('max=1&max=2') }, { max: '2' })
})

test('a damaged percent sequence and __proto__ are ordinary text', () => {
  const query = parseQuery('a=%zz&__proto__=x')

  assert.equal(query.a, '%zz')
  assert.equal(Object.getPrototypeOf(query), null)
})

test('a wrong parameter is answered with its name and what it takes', () => {
  const schema = Type.Object({
    max: Type.Integer({ minimum: 1, default: 20, description: 'a whole number from 1.' }),
    fresh: Type.Optional(Type.Boolean({ description: 'true or false.' }))
  })

  assert.deepEqual(readQuery(schema, {}), { max: 20 })
  assert.deepEqual(readQuery(schema, { max: '7', fresh: 'true', other: 'x' }), { max: 7, fresh: true })
  assert.throws(() => readQuery(schema, { max: '0' }), new InvalidRequest('max: a whole number from 1.'))
  assert.throws(() => readQuery(schema, { max: '1e9' }), new InvalidRequest('max: a whole number from 1.'))
  assert.throws(() => readQuery(schema, { fresh: 'maybe' }), new InvalidRequest('fresh: true or false.'))
})
