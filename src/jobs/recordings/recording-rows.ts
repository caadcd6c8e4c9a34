import type { Service } from '../../model/ids.ts'
import type { Database } from '../../store/database.ts'
import type { RecordingRow } from '../../store/schema.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { Recording } from './recording.ts'

type PageOfRecordings = {
  readonly limit: number
  readonly offset: number
  readonly orderBy: 'created_at' | 'id'
  readonly isDescending: boolean
}

/** Recordings as a caller may see them: an identity its own, an account's key those of all its identities. */
export function recordingRows({ db }: Database) {
  const seenBy = ({ accountId, identityId }: Caller, service: Service) => {
    const ofAccount = db.selectFrom('recordings').where('account_id', '=', accountId).where('service', '=', service)
    return identityId === null ? ofAccount : ofAccount.where('identity_id', '=', identityId)
  }
  return {
    async insert(row: RecordingRow): Promise<void> {
      await db.insertInto('recordings').values(row).execute()
    },
    async byId(caller: Caller, service: Service, id: string): Promise<RecordingRow | undefined> {
      return seenBy(caller, service).selectAll().where('id', '=', id).executeTakeFirst()
    },
    async newestOfHash(caller: Caller, service: Service, hash: string): Promise<RecordingRow | undefined> {
      const ofHash = seenBy(caller, service).selectAll().where('hash', '=', hash)
      return ofHash.orderBy('created_at', 'desc').orderBy('id').limit(1).executeTakeFirst()
    },
    async count(caller: Caller, service: Service): Promise<number> {
      const { count } = await seenBy(caller, service)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    async countBefore(caller: Caller, service: Service, id: string): Promise<number> {
      const { count } = await seenBy(caller, service)
        .where('id', '<', id)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    async page(caller: Caller, service: Service, page: PageOfRecordings): Promise<RecordingRow[]> {
      const direction = page.isDescending ? 'desc' : 'asc'
      return seenBy(caller, service)
        .selectAll()
        .orderBy(page.orderBy, direction)
        .orderBy('id', direction)
        .limit(page.limit)
        .offset(page.offset)
        .execute()
    },
    /** Stops what runs, or lets what is stopped run again; false when it was so already. */
    async setEnd(id: string, end: number | null): Promise<boolean> {
      const changed = await db
        .updateTable('recordings')
        .set({ end_at: end })
        .where('id', '=', id)
        .where('end_at', end === null ? 'is not' : 'is', null)
        .returning('id')
        .execute()
      return changed.length > 0
    },
    async update(id: string, changes: { readonly hash?: string; readonly name?: string }): Promise<void> {
      await db.updateTable('recordings').set(changes).where('id', '=', id).execute()
    }
  }
}

export function toRecording(row: RecordingRow): Recording {
  return {
    id: row.id,
    service: row.service as Service, // Stored for one.
    identityId: row.identity_id,
    name: row.name,
    hash: row.hash,
    start: row.start_at,
    end: row.end_at,
    isSinceStart: row.is_since_start === 1,
    createdAt: row.created_at
  }
}
