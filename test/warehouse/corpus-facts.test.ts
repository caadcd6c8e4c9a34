import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import Type from 'typebox'
import { refreshCorpusFacts } from '../../src/store/corpus-facts.ts'
import { settleHandles } from '../../src/store/settle-handles.ts'
import type { Warehouse } from '../../src/store/warehouse.ts'
import { warehouseEngines } from '../support/engines.ts'
import { idOf, populate, type WorldContents, worldTime } from '../support/world.ts'

const Reach = Type.Object({ id: Type.String(), followers: Type.Number(), engagers: Type.Number() })
const Activity = Type.Object({
  id: Type.String(),
  following: Type.Number(),
  engagements: Type.Number(),
  posts: Type.Number(),
  last_post_at: Type.Number(),
  language: Type.String()
})

/** `timesEach`: how often a row stands in the warehouse; see TestedEngine. */
async function factsOf(warehouse: Warehouse, timesEach = 1) {
  const reach = await warehouse.rows(
    Reach,
    `SELECT DISTINCT id, followers, engagers FROM account_reach FINAL WHERE followers + engagers > 0 ORDER BY id`
  )
  const activity = await warehouse.rows(
    Activity,
    `SELECT DISTINCT id, following, engagements, posts, last_post_at, language
     FROM account_activity FINAL WHERE following + engagements + posts > 0 ORDER BY id`
  )
  return {
    reach: reach.map(row => ({ ...row, followers: row.followers / timesEach })),
    activity: activity.map(row => ({
      ...row,
      following: row.following / timesEach,
      engagements: row.engagements / timesEach,
      posts: row.posts / timesEach
    }))
  }
}

type Row = readonly string[]
type Import = Required<Pick<WorldContents, 'follows' | 'posts' | 'interactions'>>

/** The same facts in plain JavaScript. */
function countedByHand(imports: readonly Import[]) {
  const distinct = (rows: readonly Row[]) => [...new Map(rows.map(row => [row.join(' '), row])).values()]
  const follows = distinct(
    imports.flatMap(all => all.follows.map(([a, b]) => [idOf(a), idOf(b)] as const)).filter(([a, b]) => a !== b)
  )
  const interactions = distinct(
    imports
      .flatMap(all => all.interactions.map(i => [idOf(i.from), idOf(i.to), i.type ?? '', i.postId ?? ''] as const))
      .filter(([a, b]) => a !== b)
  )
  const engagers = distinct(interactions.map(([from = '', to = '']) => [from, to]))
  const posts = new Map(imports.flatMap(all => all.posts.map(post => [`${post.author} ${post.id}`, post] as const)))
  const ids = (rows: readonly Row[], column: number) => rows.map(row => row[column] ?? '')
  const count = (rows: readonly Row[], column: number, id: string) => rows.filter(row => row[column] === id).length
  const sorted = (all: readonly string[]) => [...new Set(all)].sort()

  const reach = sorted([...ids(follows, 1), ...ids(engagers, 1)]).map(id => ({
    id,
    followers: count(follows, 1, id),
    engagers: count(engagers, 1, id)
  }))
  const authors = [...posts.values()].map(post => idOf(post.author))
  const activity = sorted([...ids(follows, 0), ...ids(interactions, 0), ...authors]).map(id => {
    const own = [...posts.values()].filter(post => idOf(post.author) === id)
    const languages = own.flatMap(post => post.language || [])
    const frequency = (language: string) => languages.filter(other => other === language).length
    return {
      id,
      following: count(follows, 0, id),
      engagements: count(interactions, 0, id),
      posts: own.length,
      last_post_at: Math.max(-1, ...own.map(post => post.createdAt ?? 0)),
      language: sorted(languages).sort((a, b) => frequency(b) - frequency(a))[0] ?? ''
    }
  })
  return { reach, activity }
}

const name = fc.constantFrom('ann', 'bob', 'cat', 'dan', 'eve')
const randomImport: fc.Arbitrary<Import> = fc.record({
  follows: fc.array(fc.tuple(name, name), { maxLength: 12 }),
  interactions: fc.array(
    fc.record({
      from: name,
      to: name,
      type: fc.constantFrom('mention', 'retweet'),
      postId: fc.constantFrom('twitter:1', 'twitter:2')
    }),
    { maxLength: 12 }
  ),
  // A post says the same each time it is seen: its language and time follow from its id.
  posts: fc.array(
    fc.record({ author: name, number: fc.integer({ min: 1, max: 6 }) }).map(({ author, number }) => ({
      author,
      id: `twitter:${number}`,
      createdAt: worldTime + number,
      language: ['', 'de', 'en'][number % 3] ?? ''
    })),
    { maxLength: 12 }
  )
})

for (const engine of warehouseEngines) {
  suite(engine.name, () => {
    const timesEach = engine.isDoubled ? 2 : 1
    test('the facts are what plain counting says, whatever is imported, and however often', async t => {
      const runs = engine.name === 'chDB in the process' ? 10 : 3
      await fc.assert(
        fc.asyncProperty(fc.array(randomImport, { minLength: 1, maxLength: 3 }), async imports => {
          const warehouse = await engine.open(t)
          for (const [index, contents] of imports.entries()) await populate(warehouse, contents, index + 1)
          assert.deepEqual(await factsOf(warehouse, timesEach), countedByHand(imports))
          // Stopped and repeated: nothing is counted twice.
          await refreshCorpusFacts(warehouse, { importId: imports.length, revision: imports.length })
          assert.deepEqual(await factsOf(warehouse, timesEach), countedByHand(imports))
        }),
        { numRuns: runs, seed: 20_170_601, endOnFailure: true }
      )
    })

    test('a large import is counted in one pass over everybody, with the same result', async t => {
      const warehouse = await engine.open(t)
      const contents = {
        follows: [
          ['ann', 'cat'],
          ['bob', 'cat'],
          ['cat', 'cat']
        ],
        posts: [{ author: 'ann', id: 'twitter:1', language: 'en' }],
        interactions: [{ from: 'bob', to: 'ann', type: 'mention', postId: 'twitter:2' }]
      } as const
      await populate(warehouse, contents)
      const few = await factsOf(warehouse, timesEach)
      await refreshCorpusFacts(warehouse, { importId: 1, revision: 2, smallImportRows: 0 })
      assert.deepEqual(await factsOf(warehouse, timesEach), few)
    })

    test('an engagement with a handle goes to its owner once the owner is known', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        interactions: [
          { from: 'ann', to: 'twitter:@nasa', postId: 'twitter:1' },
          { from: 'bob', to: 'twitter:@nasa', postId: 'twitter:2' },
          { from: 'bob', to: 'twitter:@nobody', postId: 'twitter:3' }
        ]
      })
      assert.deepEqual((await factsOf(warehouse, timesEach)).reach, [
        { id: 'twitter:@nasa', followers: 0, engagers: 2 },
        { id: 'twitter:@nobody', followers: 0, engagers: 1 }
      ])

      await populate(warehouse, { profiles: [{ id: 'nasa', handle: 'NASA' }], interactions: [] }, 2)

      assert.deepEqual((await factsOf(warehouse, timesEach)).reach, [
        { id: idOf('nasa'), followers: 0, engagers: 2 },
        { id: 'twitter:@nobody', followers: 0, engagers: 1 }
      ])
      const Target = Type.Object({ to_id: Type.String() })
      assert.deepEqual(await warehouse.rows(Target, 'SELECT DISTINCT to_id FROM interactions ORDER BY to_id'), [
        { to_id: idOf('nasa') },
        { to_id: 'twitter:@nobody' }
      ])
    })

    test('posts and engagements under a handle go to its owner once the owner is known', async t => {
      const warehouse = await engine.open(t)
      const table = {
        posts: [
          { author: 'twitter:@ann', id: 'twitter:1', language: 'de', mentions: [{ id: null, handle: 'nasa' }] },
          { author: 'twitter:@ann', id: 'twitter:2', language: 'de' },
          { author: 'bob', id: 'twitter:3', mentions: [{ id: null, handle: 'ann' }] }
        ],
        interactions: [
          { from: 'twitter:@ann', to: 'twitter:@nasa', postId: 'twitter:1' },
          { from: 'twitter:@ann', to: 'ann', postId: 'twitter:2' },
          { from: 'bob', to: 'twitter:@ann', postId: 'twitter:3' }
        ]
      } as const
      await populate(warehouse, table)
      assert.deepEqual(
        (await factsOf(warehouse, timesEach)).activity.map(({ id, posts }) => [id, posts]),
        [
          [idOf('bob'), 1],
          ['twitter:@ann', 2]
        ]
      )

      await populate(
        warehouse,
        {
          profiles: [
            { id: 'ann', handle: 'Ann' },
            { id: 'nasa', handle: 'NASA' }
          ]
        },
        2
      )

      const settled = {
        // Ann does not count for herself, under whichever name.
        reach: [idOf('ann'), idOf('nasa')].sort().map(id => ({ id, followers: 0, engagers: 1 })),
        activity: [
          { id: idOf('ann'), engagements: 1, posts: 2, last_post_at: worldTime + 1000, language: 'de' },
          { id: idOf('bob'), engagements: 1, posts: 1, last_post_at: worldTime + 2000, language: 'en' }
        ].map(facts => ({ ...facts, following: 0 }))
      }
      assert.deepEqual(await factsOf(warehouse, timesEach), settled)
      const Named = Type.Object({ id: Type.String(), author: Type.String() })
      assert.deepEqual(await warehouse.rows(Named, 'SELECT DISTINCT id, author FROM posts ORDER BY id'), [
        { id: 'twitter:1', author: idOf('ann') },
        { id: 'twitter:2', author: idOf('ann') },
        { id: 'twitter:3', author: idOf('bob') }
      ])

      await populate(warehouse, table, 3) // The same table again.
      assert.deepEqual(await factsOf(warehouse, timesEach), settled)
    })

    test('what another process writes under a handle while it goes to its owner is not lost', async t => {
      const warehouse = await engine.open(t)
      const write = (table: string, values: string) => warehouse.command(`INSERT INTO ${table} SELECT ${values}`)
      const authors = async () =>
        await warehouse.rows(
          Type.Object({ id: Type.String(), author: Type.String() }),
          'SELECT DISTINCT id, author FROM posts ORDER BY id'
        )
      await populate(warehouse, { posts: [{ author: 'twitter:@ann', id: 'twitter:1' }] })
      await write('handles (handle, id, observed_at)', "'twitter:@ann', 'twitter:7', 1")

      const interrupted: Warehouse = {
        ...warehouse,
        async command(sql, params) {
          if (sql.startsWith('DELETE')) await write('posts (author, id)', "'twitter:@ann', 'twitter:2'")
          await warehouse.command(sql, params)
        }
      }
      await settleHandles(interrupted, 2)

      assert.deepEqual(await authors(), [
        { id: 'twitter:1', author: 'twitter:7' },
        { id: 'twitter:2', author: 'twitter:@ann' }
      ])
      await settleHandles(warehouse, 3)
      assert.deepEqual(
        (await authors()).map(({ author }) => author),
        ['twitter:7', 'twitter:7']
      )
    })

    test('the totals say about how many people anything is known', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        profiles: ['ann', 'bob', 'cat'],
        follows: [
          ['ann', 'cat'],
          ['bob', 'cat'],
          ['cat', 'cat']
        ],
        posts: [{ author: 'ann' }],
        interactions: [{ from: 'bob', to: 'ann' }]
      })
      const Total = Type.Object({ name: Type.String(), value: Type.Number() })
      const totals = await warehouse.rows(Total, 'SELECT DISTINCT name, value FROM corpus_totals FINAL ORDER BY name')
      // Sums of facts that are doubled already.
      assert.deepEqual(Object.fromEntries(totals.map(({ name, value }) => [name, value])), {
        people_following: 2 * timesEach,
        people_engaging: timesEach,
        profiles: 3,
        follows: 2 * timesEach ** 2,
        interactions: timesEach ** 2,
        posts: timesEach ** 2
      })
    })
  })
}
