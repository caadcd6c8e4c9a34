import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loggablePath } from './request-log.ts'

const token = '0123456789abcdef0123456789abcdef'

test('a path is logged without anything that may be a token, however the URL was mistyped', () => {
  assert.equal(loggablePath('/status?execution=x&access_token=T'), '/status')
  for (const url of [
    `/status&access_token=${token}`,
    `/status%3Faccess%5ftoken=${token}`,
    `/status/${token}`,
    `/execute/Job;access_token=${token}`
  ]) {
    assert.ok(!loggablePath(url).includes(token), url)
  }
})

test('a long path is cut', () => {
  assert.ok(loggablePath(`/${'x'.repeat(5000)}`).length <= 200)
})
