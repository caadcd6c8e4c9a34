import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../store/database.ts'
import type { ExecutionRow } from '../store/schema.ts'
import { type ExecutionRows, maxTries } from './execution-rows.ts'

type Lease = { readonly worker: string; readonly now: number; readonly until: number }

const claimsAtOnce = 3
const collisionMs = 5

/** Takes the next row that is due for a worker, fairly between accounts; nothing when there is none. */
export async function claimNext(
  database: Database,
  rows: ExecutionRows,
  lease: Lease
): Promise<ExecutionRow | undefined> {
  const { worker, now, until } = lease
  for (let attempt = 1; attempt <= claimsAtOnce; attempt++) {
    const [row] = await rows.claim([worker, until, now, now, now])
    if (row || database.dialect === 'sqlite') return row
    // Other workers held all rows of the account whose turn it was: there may be more.
    const [due] = await rows.isDue([now])
    if (!due) return undefined
    await sleep(collisionMs)
  }
  return undefined
}

const lostSentence = `The server lost this job ${maxTries} times while it ran. Ask again to start it anew`

/**
 * Puts back what is held by workers that are not heard of any more, or ends it when it has been tried often enough. `before`
 * is a lease's end: now, or Infinity for a lone process that starts, since nobody else can be alive.
 */
export async function putBackLost(database: Database, rows: ExecutionRows, now: number, before = now): Promise<number> {
  const limit = Math.min(before, Number.MAX_SAFE_INTEGER)
  const failed = await rows.failExpired([JSON.stringify([lostSentence]), now, limit])
  const queued = await rows.putBackExpired([now, limit])
  for (const { id } of failed) await database.notify('executions', `${id} failed`)
  await announceQueued(database, queued)
  return failed.length + queued.length
}

/** Lets every job that runs, here or elsewhere, begin anew: what it has read does not hold any more. */
export async function putBackAll(database: Database, rows: ExecutionRows, now: number): Promise<void> {
  await announceQueued(database, await rows.putBackAll([now]))
}

async function announceQueued(database: Database, queued: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of queued) await database.notify('executions', `${id} queued`)
  if (queued.length > 0) await database.notify('work', '')
}
