import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import Type from 'typebox'
import { refreshCorpusFacts } from '../../src/store/corpus-facts.ts'
import { eraseProfile } from '../../src/store/erase-profile.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { warehouseEngines } from '../support/engines.ts'
import { idOf, populate } from '../support/world.ts'

const Any = Type.Record(Type.String(), Type.Unknown())
const tables = [
  'profiles',
  'enrichments',
  'known_accounts',
  'handles',
  'follows',
  'followers',
  'posts',
  'interactions',
  'account_reach',
  'account_activity',
  'corpus_totals'
]

async function everything(warehouse: Warehouse): Promise<string> {
  const rows = await Promise.all(tables.map(table => warehouse.rows(Any, `SELECT * FROM ${table}`)))
  return JSON.stringify(rows)
}

async function factsOf(warehouse: Warehouse) {
  const of = (sql: string) => warehouse.rows(Any, sql)
  return {
    reach: await of(
      'SELECT DISTINCT id, followers, engagers FROM account_reach FINAL WHERE followers + engagers > 0 ORDER BY id'
    ),
    activity: await of(
      `SELECT DISTINCT id, following, engagements, posts FROM account_activity FINAL
       WHERE following + engagements + posts > 0 ORDER BY id`
    ),
    totals: await of('SELECT DISTINCT name, value FROM corpus_totals FINAL ORDER BY name')
  }
}

const others = {
  profiles: ['ann', 'bob'],
  follows: [
    ['ann', 'bob'],
    ['bob', 'ann']
  ],
  posts: [{ author: 'ann', id: 'twitter:1', mentions: [{ id: idOf('bob'), handle: 'bob' }] }],
  interactions: [{ from: 'ann', to: 'bob', postId: 'twitter:1' }]
} as const

for (const engine of warehouseEngines) {
  suite(engine.name, () => {
    test('after an erasure the corpus is as if the person had never been in it', async t => {
      const without = await engine.open(t)
      await populate(without, others)
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        profiles: [...others.profiles, { id: 'eve', handle: 'Eve_1', name: 'Eve Example' }],
        accounts: [{ id: 'eve', handle: 'old_eve', name: 'Eve', observedAt: 1 }],
        follows: [...others.follows, ['ann', 'eve'], ['eve', 'bob'], ['eve', 'eve']],
        posts: [
          {
            author: 'ann',
            id: 'twitter:1',
            mentions: [
              { id: idOf('eve'), handle: null },
              { id: idOf('bob'), handle: 'bob' },
              { id: null, handle: 'eve_1' }
            ],
            refAuthor: 'eve'
          },
          { author: 'eve', id: 'twitter:2', text: 'my own words' }
        ],
        interactions: [
          ...others.interactions,
          { from: 'ann', to: 'eve', postId: 'twitter:1' },
          { from: 'eve', to: 'bob', postId: 'twitter:2' }
        ]
      })

      const erased = await eraseProfile(warehouse, idOf('eve'))

      const twice = engine.isDoubled ? 2 : 1
      assert.deepEqual(erased, { profiles: 1, follows: 3, posts: 1, mentions: 1, interactions: 2 })
      const left = await everything(warehouse)
      for (const trace of [idOf('eve'), 'eve_1', 'Eve', 'my own words']) assert.ok(!left.includes(trace), trace)
      assert.deepEqual(await factsOf(warehouse), await factsOf(without))
      const mentions = await warehouse.rows(Any, 'SELECT mentions, ref_author FROM posts FINAL')
      assert.deepEqual(mentions, Array(twice).fill({ mentions: [idOf('bob')], ref_author: '' }))

      // A later count over everybody finds nothing else.
      await refreshCorpusFacts(warehouse, { importId: 1, revision: 2, smallImportRows: 0 })
      assert.deepEqual(await factsOf(warehouse), await factsOf(without))
    })

    test('erasing somebody who is not there removes nothing', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, others)
      const before = await factsOf(warehouse)
      const erased = await eraseProfile(warehouse, idOf('eve'))
      assert.deepEqual(erased, { profiles: 0, follows: 0, posts: 0, mentions: 0, interactions: 0 })
      assert.deepEqual(await factsOf(warehouse), before)
    })
  })
}
