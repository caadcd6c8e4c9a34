import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fstatSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Type from 'typebox'
import { Conflict, Unavailable } from '../../src/errors.ts'
import { openWarehouse } from '../../src/store/warehouse.ts'
import { startFront } from '../support/engines.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const writingForEver = fileURLToPath(new URL('../support/write-follows-for-ever.ts', import.meta.url))

/** A process that writes follows into a folder and tells how many are acknowledged; killed when the test ends. */
async function startWriter(t: TestContext, folder: string) {
  const child = spawn(process.execPath, [writingForEver, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const acknowledged = createInterface(child.stdout)
  let count = 0
  acknowledged.on('line', line => {
    count = Number(line)
  })
  await once(acknowledged, 'line')
  return {
    async waitFor(wanted: number) {
      while (count < wanted) await once(acknowledged, 'line')
    },
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'close')
      return count
    }
  }
}

test('a folder that another process has open is refused with a sentence, and opens once that process is gone', async t => {
  const folder = await temporaryFolder(t)
  const writer = await startWriter(t, folder)
  await assert.rejects(openWarehouse({ path: folder }), (error: unknown) => {
    assert.ok(error instanceof Conflict)
    assert.match(error.message, /Another process has the warehouse folder .* open/)
    return true
  })
  await writer.kill()
  await using warehouse = await openWarehouse({ path: folder })
  assert.equal(warehouse.kind, 'embedded')
})

test('a folder that cannot be made says so', async t => {
  const folder = await temporaryFolder(t)
  await writeFile(path.join(folder, 'file'), '')
  await assert.rejects(openWarehouse({ path: path.join(folder, 'file', 'warehouse') }), Unavailable)
})

test('kill -9 in the middle of inserts loses nothing that was acknowledged', async t => {
  const folder = await temporaryFolder(t)
  const writer = await startWriter(t, folder)
  await writer.waitFor(20_000)
  const acknowledged = await writer.kill()

  await using warehouse = await openWarehouse({ path: folder })
  const [found] = await warehouse.rows(
    Type.Object({ follows: Type.Number(), followers: Type.Number() }),
    'SELECT (SELECT uniqExact(follower) FROM follows) AS follows, (SELECT uniqExact(follower) FROM followers) AS followers'
  )
  assert.ok((found?.follows ?? 0) >= acknowledged, `${found?.follows} of ${acknowledged} are there`)
  assert.ok((found?.followers ?? 0) >= acknowledged)
})

test('two connections share one server, and a stop from one ends a query of the other', async t => {
  const url = `${await startFront()}/shared`
  await using one = await openWarehouse({ url, cluster: '' })
  await using other = await openWarehouse({ url, cluster: '' })
  const endless = 'SELECT count() AS count FROM numbers(100000000000) WHERE sipHash64(number) % 7 = 1'
  const tagged = one.tagged('execution', new AbortController().signal)
  const running = assert.rejects(tagged.rows(Type.Unknown(), endless), { name: 'Stopped' })
  await t.waitFor(async () => {
    const sql = "SELECT query FROM system.processes WHERE Settings['log_comment'] = 'execution'"
    assert.equal((await other.rows(Type.Unknown(), sql)).length, 1)
  })
  await other.kill('execution')
  await running
})

test('a server that does not answer is unavailable, and its password stays out of the sentence', async () => {
  await assert.rejects(openWarehouse({ url: 'http://me:secret@127.0.0.1:9/corpus', cluster: '' }), (error: unknown) => {
    assert.ok(error instanceof Unavailable)
    assert.match(error.message, /127\.0\.0\.1:9/)
    assert.doesNotMatch(error.message, /secret/)
    return true
  })
})

test('the embedded engine finds /dev/null for stdin: a pipe into which nobody writes would hold it up', async t => {
  await using _warehouse = await openWarehouse({ path: await temporaryFolder(t) })
  assert.equal(fstatSync(0).rdev, statSync('/dev/null').rdev)
})
