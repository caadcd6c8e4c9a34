import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { displayAccounts, existingProfiles, metAccounts, resolveHandles } from '../../src/store/known-accounts.ts'
import { warehouseEngines } from '../support/engines.ts'
import { idOf, populate, worldTime } from '../support/world.ts'

for (const engine of warehouseEngines) {
  suite(engine.name, () => {
    test('a handle belongs to whom it was last seen with, in any case; unknown ones are left out', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        profiles: [{ id: 'nasa', handle: 'NASA' }],
        accounts: [
          { id: 'ann', handle: 'space' },
          { id: 'bob', handle: 'Space', observedAt: worldTime + 1 },
          { id: 'cat', handle: 'space', observedAt: worldTime - 1 }
        ]
      })
      assert.deepEqual(
        await resolveHandles(warehouse, ['twitter:@nasa', 'twitter:@NASA', 'twitter:@space', 'bluesky:@nasa']),
        new Map([
          ['twitter:@nasa', idOf('nasa')],
          ['twitter:@NASA', idOf('nasa')],
          ['twitter:@space', idOf('bob')]
        ])
      )
    })

    test('only accounts with a profile exist as profiles', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, { profiles: ['ann'], accounts: [{ id: 'bob' }], follows: [['ann', 'cat']] })
      const ids = ['ann', 'bob', 'cat'].map(idOf)
      assert.deepEqual(await existingProfiles(warehouse, ids), new Set([idOf('ann')]))
      assert.deepEqual(await existingProfiles(warehouse, []), new Set())
    })

    test('accounts are met by name, as a follower or as who is followed, with or without a profile', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, { profiles: ['ann'], accounts: [{ id: 'bob' }], follows: [['cat', 'dan']] })
      const ids = ['ann', 'bob', 'cat', 'dan', 'eve'].map(idOf)
      assert.deepEqual([...(await metAccounts(warehouse, ids))].sort(), ['ann', 'bob', 'cat', 'dan'].map(idOf).sort())
    })

    test('more ids than fit one statement are asked for in several', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, { profiles: ['ann'] })
      const many = Array.from({ length: 25_000 }, (_, index) => idOf(`twitter:${10 ** 17 + index * 1000}`))
      assert.deepEqual(await existingProfiles(warehouse, [...many, idOf('ann')]), new Set([idOf('ann')]))
    })

    test('an account is shown as its newest profile says, or as it was named where it was met', async t => {
      const warehouse = await engine.open(t)
      await populate(warehouse, {
        profiles: [
          { id: 'ann', handle: 'ann', name: 'Old Ann', observedAt: 1 },
          { id: 'ann', handle: 'ann', name: 'Ann', image: 'https://example.org/a.png', summary: 'Hello', observedAt: 2 }
        ],
        accounts: [
          { id: 'ann', handle: 'ann', name: 'Ann elsewhere', observedAt: worldTime },
          { id: 'bob', handle: 'bob', name: 'Bob' }
        ]
      })
      assert.deepEqual(
        await displayAccounts(warehouse, ['ann', 'bob', 'cat'].map(idOf)),
        new Map([
          [idOf('ann'), { displayName: 'Ann', handle: 'ann', image: 'https://example.org/a.png', summary: 'Hello' }],
          [idOf('bob'), { displayName: 'Bob', handle: 'bob', image: '', summary: '' }]
        ])
      )
    })
  })
}
