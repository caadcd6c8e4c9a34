import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { apiAt } from '../support/api.ts'
import { spawnServer, startChildServer } from '../support/child-server.ts'
import { inReverse } from '../support/in-reverse.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const canMount = process.platform === 'linux' && process.getuid?.() === 0
const skip = canMount ? false : 'only root can mount a small disk'

/** A folder on a disk of its own, that small. */
async function smallDisk(t: TestContext, megabytes: number) {
  const folder = path.join(await temporaryFolder(t), 'disk')
  mkdirSync(folder)
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stderr } = spawnSync(command, [...args, folder], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  }
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs')
  inReverse(t).defer(() => run('umount', '--lazy'))
  const resize = (size: number) => run('mount', '-o', `remount,size=${size}m`)
  const ballast = path.join(folder, 'ballast')
  return {
    home: path.join(folder, 'home'),
    resize,
    /** Leaves so many megabytes free. */
    leave: (size: number) => {
      const { blocks, bfree, bsize } = statfsSync(folder)
      resize(Math.ceil(((blocks - bfree) * bsize) / 2 ** 20) + size)
    },
    fill: () => fillDisk(ballast),
    free: () => rmSync(ballast)
  }
}

/** Writes until the disk takes nothing more. */
function fillDisk(file: string): void {
  const ballast = openSync(file, 'w')
  try {
    for (const size of [1 << 20, 4096, 1]) {
      const block = Buffer.alloc(size)
      assert.throws(() => {
        for (;;) if (writeSync(ballast, block) < size) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      }, /ENOSPC|full/)
    }
  } finally {
    closeSync(ballast)
  }
}

const hub = 'twitter:1'
const followers = 500_000

/** Followers whose ids look like nothing that could be packed. */
function bigFile(): string {
  const random = seededRandom(17)
  const id = () => Math.floor(random() * 1e9)
  const lines = Array.from({ length: followers }, (_, index) => `twitter:${id()}${100_000_000 + index},${hub}\n`)
  return `from_id,to_id\n${lines.join('')}`
}

const errorOf = async (answer: Response) => ({ code: answer.status, text: await answer.text() })

test('a full disk is told, and what was stored stays as it is', { skip }, async t => {
  const disk = await smallDisk(t, 28)
  const server = await startChildServer(t, { home: disk.home, env: { MAX_UNFINISHED: '1000' } })
  const api = apiAt(server.url)
  await api.importFile('few.csv', `from_id,to_id\ntwitter:2,${hub}\n`)
  const before = await api.execute('AudienceInfluencers', { ids: [hub, 'twitter:2'] })
  assert.equal((await api.ended(before.execution)).status, 'FINISHED')

  await t.test('a question that cannot be stored is refused with what to do', async () => {
    disk.fill()
    const acknowledged: string[] = []
    const refused: { code: number; text: string }[] = []
    for (let index = 0; index < 50; index++) {
      const answer = await api.post('/execute/AudienceInfluencers', { ids: [`twitter:${100 + index}`] })
      if (answer.status === 202) acknowledged.push(((await answer.json()) as { execution: string }).execution)
      else refused.push(await errorOf(answer))
    }
    assert.ok(refused.length > 0)
    for (const { code, text } of refused) {
      assert.equal(code, 503, text)
      assert.match(text, /disk of the data folder is full/)
    }
    assert.equal((await api.ask('/healthz')).status, 200)
    assert.match((await errorOf(await api.ask('/readyz'))).text, /disk/)
    assert.equal((await api.ask(`/resources/${before.execution}`)).status, 200)

    disk.free()
    const asked = await api.execute('AudienceInfluencers', { ids: ['twitter:100'] })
    for (const execution of [asked.execution, ...acknowledged])
      assert.equal((await api.ended(execution)).status, 'FINISHED')
  })

  await t.test('an import that does not fit is refused, and goes on where it was once there is room', async t => {
    const file = bigFile()
    disk.leave(14) // For two of its four blocks.
    const send = () => api.ask('/import?name=big.csv&key=big', { method: 'POST', body: file })
    const full = await errorOf(await send())
    assert.equal(full.code, 503, full.text)
    assert.match(full.text, /disk of the warehouse is full\. Free space, then import the same file again/)
    assert.equal((await api.status(before.execution)).status, 'FINISHED')
    assert.equal((await errorOf(await send())).code, 503)

    disk.resize(1_000)
    const { resumed_from } = await api.importFile('big.csv', file, { key: 'big' })
    assert.ok(resumed_from > 0 && resumed_from < followers)
    t.diagnostic(`resumed from record ${resumed_from} of ${followers + 1}`)
  })

  await t.test('an erasure that finds no room says so instead of waiting for it', async () => {
    const refusal = async () => {
      const { code, text } = await errorOf(await api.ask('/erase?id=twitter:2', { method: 'POST' }))
      assert.equal(code, 503, text)
      return text
    }
    disk.fill()
    assert.match(await refusal(), /no room .*: free \d+ MB|disk of the data folder is full/)
    disk.free()
    // Room for each of the tables, which all have to be rewritten, and not for all of them.
    disk.leave(8)
    assert.match(await refusal(), /no room .*: free \d+ MB/)
    disk.resize(1_000)
    const erased = await api.ask('/erase?id=twitter:2', { method: 'POST' })
    assert.equal(erased.status, 200)
  })

  await t.test('everything is there once, also after the next start', async () => {
    assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null })
    const again = apiAt((await startChildServer(t, { home: disk.home })).url)
    const { together } = await again.run<{ together: { audienceSize: number } }>('FollowerBreakdown', { ids: [hub] })
    assert.equal(together.audienceSize, followers)
  })
})

test('a start over a full disk ends with a sentence', { skip }, async t => {
  const disk = await smallDisk(t, 40)
  disk.fill()
  const { ended, output } = spawnServer(t, { home: disk.home })
  assert.equal((await ended).code, 4, output())
  assert.match(output(), /^The disk of the data folder is full/m)
})
