import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { chooseEncoding, createCompressor } from './compress.ts'
import { etagOf, isKnownTo } from './etag.ts'

test('the client chooses the encoding, and small answers are sent as they are', () => {
  assert.equal(chooseEncoding('gzip, deflate, br, zstd', 5000), 'zstd')
  assert.equal(chooseEncoding('gzip', 5000), 'gzip')
  assert.equal(chooseEncoding('gzip, zstd;q=0.5', 5000), 'gzip')
  assert.equal(chooseEncoding('*', 5000), 'zstd')
  assert.equal(chooseEncoding('br, gzip;q=0', 5000), undefined)
  assert.equal(chooseEncoding('gzip', 100), undefined)
  assert.equal(chooseEncoding(undefined, 5000), undefined)
})

test('what was compressed once is kept by its key', async () => {
  const compress = createCompressor()
  const text = 'x'.repeat(5000)

  const first = await compress('"a"', text, 'gzip')

  assert.equal(gunzipSync(first).toString(), text)
  assert.equal(await compress('"a"', 'other', 'gzip'), first)
  assert.equal(zstdDecompressSync(await compress('"a"', text, 'zstd')).toString(), text)
})

test('one result has a validator for each encoding, and any of them is known again', () => {
  assert.equal(etagOf('"abc"', 'gzip'), '"abc-gzip"')
  for (const header of ['"abc"', 'W/"abc-gzip"', '"x", "abc-zstd"', '*']) assert.equal(isKnownTo(header, '"abc"'), true)
  assert.equal(isKnownTo('"abd"', '"abc"'), false)
})
