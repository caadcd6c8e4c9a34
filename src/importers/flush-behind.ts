import { DiskFull, ServiceError, Unavailable } from '../errors.ts'
import { type CorpusWriter, flushAtBytes } from '../store/corpus-writer.ts'
import type { ImportProgress } from '../store/import-ledger.ts'

/** Records that came long ago are written even when they are few. */
const flushAfterMs = 2000

/** Writes blocks while reading goes on, and notes in the ledger how far each one reached. */
export type FlushBehind = {
  /** Starts a block when it is time; waits for the one before it, so that never more than two are in memory. */
  whenDue(reached: ImportProgress): Promise<void>
  /** Writes what there is and resolves when all is durable and noted. */
  all(reached: ImportProgress): Promise<void>
  /** Whether writing is what failed. */
  readonly hasFailed: boolean
}

/** `given`: resolves when the writer has all records up to here, which may still be on their way to it. */
export function flushBehind(
  writer: CorpusWriter,
  save: (reached: ImportProgress) => Promise<void>,
  given: () => Promise<void>
): FlushBehind {
  let startedAt = performance.now()
  let writing: Promise<void> | undefined
  let failure: unknown

  function start(reached: ImportProgress): void {
    startedAt = performance.now()
    writing = writer
      .flush()
      .then(() => save(reached))
      .catch(error => {
        failure = unwritten(error)
      })
      .finally(() => {
        writing = undefined
      })
  }

  async function settled(): Promise<void> {
    await writing
    if (failure) throw failure
  }

  return {
    async whenDue(reached) {
      if (failure) throw failure
      const isFull = writer.bytes >= flushAtBytes
      const isOld = !writing && performance.now() - startedAt >= flushAfterMs
      if (!isFull && !isOld) return
      await given()
      await settled()
      start(reached)
    },
    async all(reached) {
      await given()
      await settled()
      start(reached)
      await settled()
    },
    get hasFailed() {
      return failure !== undefined
    }
  }
}

/** What somebody is told whose import the corpus cannot take. */
export function unwritten(cause: unknown): ServiceError {
  if (cause instanceof DiskFull) {
    const told = 'The disk of the warehouse is full. Free space, then import the same file again: it goes on from here.'
    return new DiskFull(told, { cause })
  }
  if (cause instanceof ServiceError) return cause
  const why = (cause instanceof Error ? cause.message : String(cause)).trim()
  const told = `The corpus could not be written: ${why} Import the same file again: it goes on from here.`
  return new Unavailable(told, { cause })
}
