import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engines, testDatabase } from '../../test/support/databases.ts'
import { jitterKey } from './jitter-key.ts'

for (const engine of engines) {
  test(`the secret of the jitter is made once, and kept: ${engine.name}`, { skip: engine.skip }, async t => {
    const database = await testDatabase(t, engine)
    const [one, other] = await Promise.all([jitterKey(database), jitterKey(database)])
    assert.match(one, /^[0-9a-f]{64}$/)
    assert.deepEqual([other, await jitterKey(database)], [one, one])
  })
}
