import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { lockHome } from './home-lock.ts'

/** Another process that holds the folder until it is killed. */
async function holdElsewhere(home: string) {
  const module = new URL('./home-lock.ts', import.meta.url).href
  const script = `const { lockHome } = await import(${JSON.stringify(module)}); globalThis.lock = lockHome(${JSON.stringify(home)}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await once(child.stdout, 'data')
  return child
}

test('a second process is told who holds the data folder', async t => {
  const home = await temporaryFolder(t)
  const holder = await holdElsewhere(home)
  assert.throws(() => lockHome(home), { name: 'Conflict', message: new RegExp(`held by process ${holder.pid} on `) })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
})

test('a holder that was killed leaves the folder free', async t => {
  const home = await temporaryFolder(t)
  const holder = await holdElsewhere(home)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockHome(home)[Symbol.dispose]()
})

test('a folder given back can be taken again', async t => {
  const home = await temporaryFolder(t)
  lockHome(home)[Symbol.dispose]()
  lockHome(home)[Symbol.dispose]()
})
