import type { Logger } from '../log.ts'
import type { Database } from '../store/database.ts'
import { type ImportProgress, type ImportRun, saveImportProgress } from '../store/import-ledger.ts'

/** Renews the ledger's lease (one minute) while a slow file, or the counting at the end, saves nothing. */
const heartbeatMs = 15_000

type LedgerKeeper = Disposable & { save(reached: ImportProgress): Promise<void> }

/** Notes how far an import has come, and until it is disposed keeps others from taking it for dead. */
export function keepLedger({ database, log }: { database: Database; log: Logger }, run: ImportRun): LedgerKeeper {
  let saved: ImportProgress = { records: run.resumedRecords, rejects: run.resumedRejects }
  const save = async (reached: ImportProgress) => {
    await saveImportProgress(database, run, { ...reached, now: Date.now() })
    saved = reached
  }
  const heartbeat = setInterval(() => {
    save(saved).catch(error => log.warn({ err: error }, 'an import could not renew its lease'))
  }, heartbeatMs)
  return { save, [Symbol.dispose]: () => clearInterval(heartbeat) }
}
