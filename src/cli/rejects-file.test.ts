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

async function writeAll(target: string, ...rejects: readonly (readonly [file: string, record: number])[]) {
  const writer = rejectsWriter()
  for (const [file, record] of rejects) await writer.put(target, file, { record })
  await writer.flush()
}

test('rejects of a resumed import follow those of the interrupted one; a new import of the file begins anew', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'rejects-'))
  const target = path.join(folder.path, 'a.csv.rejects.jsonl')
  await writeAll(target, ['a.csv', 3], ['a.csv', 5])
  await writeAll(target, ['a.csv', 9])
  assert.deepEqual(
    (await linesOf(target)).map(({ record }) => record),
    [3, 5, 9]
  )

  await writeAll(target, ['a.csv', 3])

  assert.deepEqual(await linesOf(target), [{ file: 'a.csv', record: 3 }])
})

test('the rejects of several files of one import can share a file', async () => {
  await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'rejects-'))
  const target = path.join(folder.path, 'rejects.jsonl')
  await writeAll(target, ['a.csv', 9], ['b.csv', 2])
  assert.equal((await linesOf(target)).length, 2)
})
