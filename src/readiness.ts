import { statfs } from 'node:fs/promises'
import { corpusRevision } from './store/corpus-revision.ts'
import type { Database } from './store/database.ts'
import { isAnswering } from './store/is-answering.ts'
import type { Warehouse } from './store/warehouse.ts'

/** Below this the disk counts as full: an import could not finish its merges. */
export const minFreeBytes = 256 * 1024 ** 2

/** Asks both stores, and the disk when they live on it, whether work can be done; answers the reasons when it cannot. */
export function readiness(parts: { database: Database; warehouse: Warehouse; home: string }) {
  return async () => {
    const reasons = (
      await Promise.all([databaseProblem(parts.database), warehouseProblem(parts.warehouse), diskProblem(parts.home)])
    ).flat()
    return { ready: reasons.length === 0, reasons }
  }
}

async function databaseProblem(database: Database): Promise<string[]> {
  return corpusRevision(database).then(
    () => [],
    () => ['The database does not answer.']
  )
}

async function warehouseProblem(warehouse: Warehouse): Promise<string[]> {
  return (await isAnswering(warehouse)) ? [] : ['The warehouse does not answer.']
}

async function diskProblem(home: string): Promise<string[]> {
  const { bavail, bsize } = await statfs(home)
  if (bavail * bsize >= minFreeBytes) return []
  return [`The disk of the data folder has less than ${minFreeBytes / 1024 ** 2} MiB free.`]
}
