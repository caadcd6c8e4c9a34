import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { toDraft2020 } from './draft-2020.ts'

test('a tuple is published with prefixItems, as draft 2020-12 wants it', () => {
  const interval = Type.Object({ interval: Type.Tuple([Type.Number(), Type.Number()]) })

  const { properties } = toDraft2020(interval) as { properties: { interval: Record<string, unknown> } }

  assert.deepEqual(properties.interval.prefixItems, [{ type: 'number' }, { type: 'number' }])
  assert.equal(properties.interval.items, false)
})
