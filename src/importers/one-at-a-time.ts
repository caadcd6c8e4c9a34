import { Stopped } from '../errors.ts'

let last: Promise<void> = Promise.resolve()

/**
 * Runs the work when all that came before it in this process is done: two imports side by side would share the memory and
 * gain nothing. Throws Stopped when the signal is aborted while it waits.
 */
export async function oneAtATime<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  const before = last
  const { promise: done, resolve: finish } = Promise.withResolvers<void>()
  last = done
  try {
    await before
    if (signal?.aborted) throw new Stopped('The import was stopped before it began.')
    return await work()
  } finally {
    finish()
  }
}
