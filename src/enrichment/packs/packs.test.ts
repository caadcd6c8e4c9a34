import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPack } from './pack.ts'
import { packNames, sharePacks } from './packs.ts'

test('all packs together stay under 16 MB, in memory that threads share', () => {
  const packs = [...sharePacks().values()]
  const bytes = packs.reduce((sum, pack) => sum + pack.length, 0)
  assert.ok(bytes < 16e6, `${bytes} bytes`)
  assert.ok(packs.every(pack => pack.buffer instanceof SharedArrayBuffer))
})

test('every pack says under its own name what it is made of, with licences', () => {
  for (const [name, bytes] of sharePacks()) {
    const { manifest } = openPack(bytes)
    assert.deepEqual([manifest.name, manifest.sources.length > 0], [name, true])
  }
})

test('the packs are those of data/models', () => {
  assert.deepEqual([...sharePacks().keys()], [...packNames])
})

test('a section that a pack has not is a bug, and says which', () => {
  const [first = new Uint8Array()] = sharePacks().values()
  assert.throws(() => openPack(first).section('nothing', 'int8'), /has no int8 nothing/)
})
