import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { allStatusWords } from '../src/http/status-words.ts'

// Rooms from the street inwards. A file may import its own room and rooms further in, never outwards.
const order = ['cli', 'http', 'jobs', 'importers', 'enrichment', 'analytics', 'languages', 'store', 'model']
const roomOf = (file: string) => path.relative('src', file).split(path.sep)[0] ?? ''

async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8')
  return [...text.matchAll(/from '([^']+)'/g)].map(([, target = '']) => target)
}

test('imports point inwards only', async () => {
  const outward: string[] = []
  for await (const file of glob('src/*/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue
    for (const target of await importsOf(file)) {
      if (!target.startsWith('.')) continue
      const room = order.indexOf(roomOf(path.join(path.dirname(file), target)))
      if (room >= 0 && room < order.indexOf(roomOf(file))) outward.push(`${file} → ${target}`)
    }
  }
  assert.deepEqual(outward, [])
})

test('no imports go in a circle, those of types included', async () => {
  const targets = new Map<string, string[]>()
  for await (const file of glob('src/**/*.ts')) {
    const own = (await importsOf(file)).filter(target => target.startsWith('.'))
    targets.set(
      file,
      own.map(target => path.join(path.dirname(file), target))
    )
  }
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]) => {
    assert.ok(!way.includes(file), [...way, file].join(' → '))
    if (done.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...way, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
})

test('only store opens a connection', async () => {
  const drivers = new Set(['pg', 'chdb', 'chdb/connection', '@clickhouse/client', 'node:sqlite'])
  const openers: string[] = []
  for await (const file of glob('src/**/*.ts')) {
    if (roomOf(file) === 'store' || file.endsWith('.test.ts')) continue
    for (const target of await importsOf(file)) if (drivers.has(target)) openers.push(`${file} → ${target}`)
  }
  assert.deepEqual(openers, [])
})

test('the environment is read at the entrance only', async () => {
  const readers: string[] = []
  for await (const file of glob('src/**/*.ts')) {
    if (file.endsWith('.test.ts')) continue
    if ((await readFile(file, 'utf8')).includes('process.env')) readers.push(file)
  }
  assert.deepEqual(readers.sort(), ['src/cli/main.ts'])
})

test('a status word of the public API stands in http and in the command line only', async () => {
  const words = new RegExp(`\\b(?:${allStatusWords.join('|')})\\b`)
  const users: string[] = []
  for await (const file of glob('src/**/*.ts')) {
    if (['http', 'cli'].includes(roomOf(file)) || file.endsWith('.test.ts')) continue
    if (words.test(await readFile(file, 'utf8'))) users.push(file)
  }
  assert.deepEqual(users, [])
})

// Read once, when the first record needs one.
const tables = new Set(['src/enrichment/packs/packs.ts'])

test('the word of the Task API for a task that is over stands in http and in the command line only', async () => {
  const users: string[] = []
  for await (const file of glob('src/**/*.ts')) {
    if (['http', 'cli'].includes(roomOf(file)) || file.endsWith('.test.ts')) continue
    if (/['"]completed['"]/.test(await readFile(file, 'utf8'))) users.push(file)
  }
  assert.deepEqual(users, [])
})

test('languages, model and enrichment do no input or output, but to open a table', async () => {
  const leaks: string[] = []
  for await (const file of glob('src/{languages,model,enrichment}/**/*.ts')) {
    if (file.endsWith('.test.ts') || tables.has(file)) continue
    for (const target of await importsOf(file))
      if (/^node:(fs|net|http|https|child_process|dns)/.test(target)) leaks.push(`${file} → ${target}`)
  }
  assert.deepEqual(leaks, [])
})
