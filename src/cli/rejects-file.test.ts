import assert from 'node:assert/strict'
import { mkdtempDisposable, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { rejectsWriter } from './rejects-file.ts'

const linesOf = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('rejects of a resumed import follow those of the interrupted one; a new import of the file begins anew', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'rejects-'))
  const target = path.join(folder.path, 'a.csv.rejects.jsonl')
  const interrupted = rejectsWriter()
  await interrupted(target, 'a.csv', { record: 3 })
  await interrupted(target, 'a.csv', { record: 5 })
  await rejectsWriter()(target, 'a.csv', { record: 9 })
  assert.deepEqual(
    (await linesOf(target)).map(({ record }) => record),
    [3, 5, 9]
  )

  await rejectsWriter()(target, 'a.csv', { record: 3 })

  assert.deepEqual(await linesOf(target), [{ file: 'a.csv', record: 3 }])
})

test('the rejects of several files of one import can share a file', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'rejects-'))
  const target = path.join(folder.path, 'rejects.jsonl')
  const write = rejectsWriter()
  await write(target, 'a.csv', { record: 9 })
  await write(target, 'b.csv', { record: 2 })
  assert.equal((await linesOf(target)).length, 2)
})
