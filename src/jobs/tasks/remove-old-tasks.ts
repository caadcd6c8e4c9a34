import type { Database } from '../../store/database.ts'
import { taskRows } from './task-rows.ts'

const atOnce = 200
const dayMs = 86_400_000

/**
 * Removes tasks that are older than tasks are kept, with the results that no other one has, a little at a time. Each list loses
 * its oldest first, so that positions stay without gaps: behind one that has not ended nothing is removed yet. 0 days = for ever.
 */
export async function removeOldTasks(database: Database, retentionDays: number, now: number): Promise<number> {
  if (retentionDays === 0) return 0
  const rows = taskRows(database)
  const before = now - retentionDays * dayMs
  let removed = 0
  for (const { identity_id, service, type } of await rows.lists([])) {
    for (;;) {
      const oldest = await rows.oldest([identity_id, service, type, atOnce])
      const end = oldest.findIndex(({ created_at, state }) => created_at >= before || !isFinal(state))
      const old = end < 0 ? oldest : oldest.slice(0, end)
      await remove(old)
      removed += old.length
      if (old.length < atOnce) break
    }
  }
  return removed

  function remove(old: readonly { readonly id: string; readonly fingerprint: string }[]): Promise<void> {
    return database.db.transaction().execute(async trx => {
      for (const { id } of old) await rows.remove([id], trx)
      for (const fingerprint of new Set(old.map(task => task.fingerprint))) await rows.removeAnswer([fingerprint], trx)
    })
  }
}

const isFinal = (state: string) => state === 'finished' || state === 'failed'
