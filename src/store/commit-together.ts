import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** Runs work in a transaction and resolves when it is durable. What the work throws undoes what it did. */
export type Transact = <Result>(work: (trx: Kysely<Schema>) => Promise<Result>) => Promise<Result>

/** Works that wait for the one transaction under way: no more than this share the next. */
const maxTogether = 100

type Waiting = { run(trx: Transaction<Schema>): Promise<void>; fail(error: unknown): void; end(): void }

/**
 * For a database whose every commit waits for the disk and that has one connection: works that come at the same time share one
 * transaction, each within a savepoint of its own, and all are told after its one commit (docs/decisions/0021).
 */
export function commitTogether(db: Kysely<Schema>): Transact {
  let waiting: Waiting[] = []
  let isBusy = false

  async function commit(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting.slice(0, maxTogether)
      waiting = waiting.slice(maxTogether)
      try {
        await db.transaction().execute(async trx => {
          for (const work of together) await work.run(trx)
        })
        for (const work of together) work.end()
      } catch (error) {
        for (const work of together) work.fail(error)
      }
    }
    isBusy = false
  }

  return work =>
    new Promise((resolve, reject) => {
      let settle: (() => void) | undefined
      waiting.push({
        async run(trx) {
          await sql`SAVEPOINT work`.execute(trx)
          try {
            const result = await work(trx)
            settle = () => resolve(result)
          } catch (error) {
            // A full disk has undone everything, the savepoint included: then all fail for this reason.
            await sql`ROLLBACK TO work`.execute(trx).catch(() => Promise.reject(error))
            settle = () => reject(error)
          }
          await sql`RELEASE work`.execute(trx)
        },
        end: () => settle?.(),
        fail: reject
      })
      if (isBusy) return
      isBusy = true
      // What arrives in the same turn of the event loop comes along.
      setImmediate(() => void commit())
    })
}
