import type { Database } from '../store/database.ts'

/** Resolves when the execution was changed, or after the given time, or when the signal says so. */
type Watch = (id: string, timeoutMs: number, signal?: AbortSignal) => Promise<void>

/** One listener for all who wait, however many progress streams are open. */
export function watchExecutions(database: Database): Watch {
  const waiting = new Map<string, Set<() => void>>()
  let isListening = false

  function heard(payload: string) {
    const ids = payload === '' ? [...waiting.keys()] : [payload.slice(0, payload.indexOf(' '))]
    for (const id of ids) for (const wake of waiting.get(id) ?? []) wake()
  }

  return (id, timeoutMs, signal) => {
    // What changed before the listening began is not heard: everybody looks once more.
    if (!isListening) void database.listen('executions', heard).then(() => heard(''))
    isListening = true
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        waiters.delete(done)
        if (waiters.size === 0 && waiting.get(id) === waiters) waiting.delete(id)
        resolve()
      }
      const timer = setTimeout(done, timeoutMs)
      const waiters = waiting.get(id) ?? new Set()
      waiting.set(id, waiters.add(done))
      signal?.addEventListener('abort', done)
      if (signal?.aborted) done()
    })
  }
}
