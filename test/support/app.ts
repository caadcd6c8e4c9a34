import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'

export const testToken = '00000000000000000000000000000001'

/** The whole program over a new data folder on a free loopback port, stopped and removed when the test ends. */
export async function testApp(t: TestContext, env: Record<string, string> = {}) {
  const home = env.DEMOGRAPH_HOME ?? (await mkdtemp(path.join(os.tmpdir(), 'demograph-app-')))
  const config = readConfig({ DEMOGRAPH_HOME: home, DEMOGRAPH_TOKEN: testToken, LOG_LEVEL: 'silent', ...env })
  const app = await startApp(config, createLog(config.logLevel), {
    listen: { host: '127.0.0.1', port: 0 },
    worker: true
  })
  const close = async () => {
    await app[Symbol.asyncDispose]()
    await rm(home, { recursive: true, force: true })
  }
  t.after(close)
  return { url: app.url, token: testToken, home, app }
}
