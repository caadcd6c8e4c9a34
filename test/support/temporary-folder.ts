import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { inReverse } from './in-reverse.ts'

/** A new folder for a test's files, gone when the test ends, after whatever was opened in it. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'demograph-test-'))
  inReverse(t).defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
