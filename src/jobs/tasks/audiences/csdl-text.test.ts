import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCsdl } from '../../../languages/csdl/parse-csdl.ts'
import { isOneOf, isWritable } from './csdl-text.ts'

test('whatever texts go into a list, the same texts are asked for and nothing else', () => {
  const hostile = fc
    .oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.stringMatching(/^[\\", \n'a()]{1,8}$/))
    .filter(isWritable)
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), texts => {
      const { filter } = parseCsdl(isOneOf('li.user.member.country', texts))
      assert.equal(filter?.kind, 'predicate')
      assert.deepEqual(filter.kind === 'predicate' && filter.argument, { kind: 'texts', texts })
    }),
    { numRuns: 500 }
  )
})
