import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

/** Looks again and again until it is so, and answers how many ms that took; fails when it takes longer than said. */
export async function within(ms: number, what: string, isSo: () => boolean | Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (!(await isSo())) {
    if (performance.now() - start > ms) assert.fail(`${what}: not within ${ms} ms`)
    await sleep(10)
  }
  return performance.now() - start
}
