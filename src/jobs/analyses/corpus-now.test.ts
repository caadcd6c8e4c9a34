import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world, worldTime } from '../../../test/support/world.ts'
import { corpusNow } from './corpus-now.ts'

test('now is the second after the newest interaction of the service, never after the clock', async t => {
  const warehouse = await world(t, {
    posts: [
      { author: 'ann', createdAt: worldTime },
      { author: 'bob', createdAt: worldTime + 90_500 },
      { author: 'linkedin:cat', createdAt: worldTime + 500_000 }
    ]
  })
  const later = worldTime + 1e9
  assert.equal(await corpusNow(warehouse, 'twitter', later), worldTime / 1000 + 91)
  assert.equal(await corpusNow(warehouse, 'linkedin', later), worldTime / 1000 + 501)
  assert.equal(await corpusNow(warehouse, 'linkedin', worldTime + 5_900), worldTime / 1000 + 5)
  assert.equal(await corpusNow(warehouse, 'facebook', later), later / 1000)
})
