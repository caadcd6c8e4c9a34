import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { boundValues } from '../../src/analytics/bound-values.ts'
import { compileFilter } from '../../src/analytics/csdl/compile-filter.ts'
import { type Tagging, tagPosts } from '../../src/analytics/csdl/tag-posts.ts'
import { interactionsFrom } from '../../src/analytics/interactions/interactions-from.ts'
import { loadTargets } from '../../src/analytics/targets/targets.ts'
import { parseCsdl } from '../../src/languages/csdl/parse-csdl.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import { eraseProfile } from '../../src/store/erase-profile.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { idOf, populate, world } from '../support/world.ts'

const targets = loadTargets([])

const taggingOf = (csdl: string, revision: number): Tagging => ({
  hash: 'of-these-rules',
  rules: parseCsdl(csdl).rules,
  service: 'twitter',
  targets,
  revision,
  edition: 1,
  pagePosts: 2 // Several pages.
})

/** Texts of the posts that satisfy a filter over tags. */
async function textsWhere(warehouse: Warehouse, csdl: string): Promise<string[]> {
  const { filter } = parseCsdl(csdl)
  if (!filter) throw new Error('a filter without conditions')
  const values = boundValues()
  const { sql, needs } = compileFilter(filter, { targets, values, use: 'query' })
  const found = await warehouse.rows(
    Type.Object({ text: Type.String() }),
    `SELECT post.text AS text FROM ${interactionsFrom(needs)} WHERE ${sql} ORDER BY text`,
    { ...values.params, service_prefix: 'twitter:', tags_hash: 'of-these-rules' }
  )
  return found.map(row => row.text)
}

const rules = `
  tag "short" { interaction.content contains_any "red, blue" }
  tag.color "red" { interaction.content contains "red" }
  tag.color "blue" { interaction.content contains "blue" }
  tag.mood 1.5 { interaction.content contains "red" }
  tag.mood 10 { interaction.hashtags == "SUN" }
  tag.mood -4 { interaction.content substr "gre" and not interaction.author.gender == "male" }`

test('tag rules name posts and add to their scores, and analyses filter by both', async t => {
  const warehouse = await world(t, {
    profiles: [{ id: 'bob', gender: 'male' }],
    posts: [
      { author: 'ann', text: 'a red door', hashtags: ['sun'] },
      { author: 'ann', text: 'blue and RED' },
      { author: 'ann', text: 'green' },
      { author: 'bob', text: 'a green hat' },
      { author: 'bob', text: 'plain' }
    ]
  })
  assert.equal(await tagPosts(warehouse, taggingOf(rules, 1)), 5)

  assert.deepEqual(await textsWhere(warehouse, 'interaction.tags == "short"'), ['a red door', 'blue and RED'])
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.color == "blue"'), ['blue and RED'])
  assert.deepEqual(await textsWhere(warehouse, 'not interaction.tag_tree.color exists'), [
    'a green hat',
    'green',
    'plain'
  ])
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood > 1.5'), ['a red door'])
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood == 11.5'), ['a red door'])
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood == "11.5"'), ['a red door'])
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood < 0'), ['green'])
})

test('only posts that are new or have changed, or whose author has, are tagged again; all of them in another edition', async t => {
  const warehouse = await world(t, {
    profiles: [{ id: 'bob', gender: 'male' }],
    posts: [
      { author: 'ann', text: 'red', id: 'twitter:1' },
      { author: 'bob', text: 'green', id: 'twitter:2' }
    ]
  })
  await tagPosts(warehouse, taggingOf(rules, 1))
  assert.equal(await tagPosts(warehouse, taggingOf(rules, 1)), 0)
  assert.equal(await tagPosts(warehouse, taggingOf(rules, 2)), 0)

  await populate(warehouse, { posts: [{ author: 'cat', text: 'blue', id: 'twitter:3' }] }, 2)
  assert.equal(await tagPosts(warehouse, taggingOf(rules, 3)), 1)

  assert.equal(await tagPosts(warehouse, { ...taggingOf(rules, 3), edition: 2 }), 3)
  assert.equal(await tagPosts(warehouse, taggingOf(rules, 3)), 3)

  const later = Date.UTC(2018, 0, 1)
  await populate(warehouse, { profiles: [{ id: 'bob', gender: 'female', observedAt: later }] }, 3)
  assert.equal(await tagPosts(warehouse, taggingOf(rules, 4)), 1)
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood == -4'), ['green'])
})

test('a path that has names and a score compares as its score', async t => {
  const warehouse = await world(t, { posts: [{ author: 'ann', text: 'red' }] })
  await tagPosts(
    warehouse,
    taggingOf(
      `tag.mood "angry" { interaction.content contains "red" }
       tag.mood 3 { interaction.content contains "red" }`,
      1
    )
  )
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood == 3'), ['red'])
  assert.deepEqual(await textsWhere(warehouse, 'interaction.tag_tree.mood == "angry"'), ['red'])
})

test('posts may have a thousand tags', async t => {
  const warehouse = await world(t, {
    posts: Array.from({ length: 500 }, (_, at) => ({ author: 'ann', text: `red ${at}` }))
  })
  const many = Array.from({ length: 1000 }, (_, at) => `tag.n${at % 3} "${at}" { interaction.content contains "red" }`)
  await tagPosts(warehouse, { ...taggingOf(many.join(' '), 1), pagePosts: 1000 })
  const values = boundValues()
  const { filter } = parseCsdl('interaction.tag_tree.n1 == "1" and interaction.tag_tree.n2 == "998"')
  const { sql, needs } = compileFilter(filter ?? assert.fail(), { targets, values, use: 'query' })
  const found = await warehouse.rows(
    Type.Object({ posts: Type.Integer() }),
    `SELECT toUInt32(count()) AS posts FROM ${interactionsFrom(needs)} WHERE ${sql} SETTINGS max_memory_usage = 1000000000`,
    { ...values.params, service_prefix: 'twitter:', tags_hash: 'of-these-rules' }
  )
  assert.deepEqual(found, [{ posts: 500 }])
})

test('an erased person has no tags left', async t => {
  const warehouse = await world(t, {
    posts: [
      { author: 'ann', text: 'red' },
      { author: 'bob', text: 'red' }
    ]
  })
  await tagPosts(warehouse, taggingOf(rules, 1))
  await eraseProfile(warehouse, idOf('ann') as ProfileId)
  const left = await warehouse.rows(Type.Object({ author: Type.String() }), 'SELECT author FROM post_tags')
  assert.deepEqual(left, [{ author: idOf('bob') }])
})
