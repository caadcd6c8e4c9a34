import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { missingEntries } from '../scripts/complete-lock.ts'

const lock = JSON.parse(await readFile('package-lock.json', 'utf8'))

test('the lock file holds every optional package of every platform', () => {
  assert.deepEqual(missingEntries(lock.packages), {})
})

test('the lock file names no download address', () => {
  const addressed = Object.entries<{ resolved?: string }>(lock.packages).filter(
    ([, entry]) => entry.resolved !== undefined
  )
  assert.deepEqual(addressed, [])
})

test('a platform package left out by npm is described from its name', () => {
  const packages = { 'node_modules/engine': { optionalDependencies: { '@engine/lib-linux-arm64-gnu': '1.2.3' } } }
  assert.deepEqual(missingEntries(packages), {
    'node_modules/@engine/lib-linux-arm64-gnu': {
      version: '1.2.3',
      cpu: ['arm64'],
      libc: ['glibc'],
      optional: true,
      os: ['linux']
    }
  })
})
