import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { membersOfTraits, withoutMembers } from './trait-members.ts'
import { traitNames } from './traits.ts'

const genderAndPlace = membersOfTraits(['gender', 'place'])

test('every trait has members by which it shows, and no two traits share one', () => {
  const members = traitNames.map(trait => [...membersOfTraits([trait])])
  assert.deepEqual(
    members.filter(names => names.length === 0),
    []
  )
  const all = members.flat()
  assert.equal(new Set(all).size, all.length)
})

test('a result loses the members of a trait at every depth, and nothing else', () => {
  const result = {
    together: {
      audienceSize: 3,
      gender: { male: 1 },
      language: { en: 1 },
      top_countries: { totalItems: 1, items: [{ id: 'US' }] },
      _coverage: { gender: { of: 3, redacted: false }, language: { of: 3, redacted: false } }
    },
    accounts: [{ id: 'twitter:1', gender: { female: 1 }, size: { gender: null } }, null, 'gender', 7]
  }
  assert.deepEqual(withoutMembers(result, genderAndPlace), {
    together: {
      audienceSize: 3,
      language: { en: 1 },
      _coverage: { language: { of: 3, redacted: false } }
    },
    accounts: [{ id: 'twitter:1', size: {} }, null, 'gender', 7]
  })
})

test('with every trait on, a result is the very same object', () => {
  const result = { gender: { male: 1 } }
  assert.equal(withoutMembers(result, membersOfTraits([])), result)
})

test('a schema forgets the member where it is described and where it is required', () => {
  const schema = Type.Object(
    { id: Type.String(), gender: Type.String(), inner: Type.Array(Type.Object({ place: Type.Object({}) })) },
    { additionalProperties: false }
  )
  const pruned = withoutMembers(schema, genderAndPlace)

  assert.deepEqual(JSON.parse(JSON.stringify(pruned)), {
    type: 'object',
    required: ['id', 'inner'],
    properties: {
      id: { type: 'string' },
      inner: { type: 'array', items: { type: 'object', required: [], properties: {} } }
    },
    additionalProperties: false
  })
  assert.ok(Value.Check(pruned, { id: 'twitter:1', inner: [{}] }))
  assert.ok(!Value.Check(pruned, { id: 'twitter:1', inner: [], gender: 'male' }))
})

test('an optional member of a schema stays optional', () => {
  const schema = Type.Object({ gender: Type.Optional(Type.String()), handle: Type.Optional(Type.String()) })
  assert.ok(Value.Check(withoutMembers(schema, genderAndPlace), {}))
})
