import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction, Updateable } from 'kysely'
import { Conflict } from '../errors.ts'
import { raiseCorpusRevision } from './corpus-revision.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

/** A running import's right to its row; every later call shows it. */
export type ImportRun = {
  /** Fits a UInt32; rows in the warehouse carry it. */
  readonly id: number
  /** Counts the runs of the row: a run that was thought dead cannot write over the next one. */
  readonly attempt: number
  /** Records of the file that an earlier run had durably stored. */
  readonly resumedRecords: number
  readonly resumedRejects: number
}

/** How far an import is: records read and durably stored, the rejected ones included, and the rejects among them. */
export type ImportProgress = { readonly records: number; readonly rejects: number }

/** An import that has not saved its progress for so long is taken for dead. */
export const importLeaseMs = 60_000

const thisProcess = randomUUID()

/**
 * Begins an import. An unfinished row of the same key (what the caller knows the file by) is resumed; without a key, or after a
 * finished import, it is a new row. Throws Conflict while another import of the key is alive. `alone` says that no other
 * process can be alive (the data folder is locked), so that what a killed one left is resumed at once.
 */
export async function openImport(
  database: Database,
  file: { key: string | null; name: string; format: string; now: number; alone?: boolean }
): Promise<ImportRun> {
  const { key, now } = file
  return database.db.transaction().execute(async trx => {
    const lease = { holder: thisProcess, lease_until: now + importLeaseMs, updated_at: now }
    const unfinished = key === null ? undefined : await lockUnfinished(trx, database, key)
    if (!unfinished) return insertImport(trx, { ...file, lease })
    const isHeld = unfinished.state === 'running' && (unfinished.lease_until ?? 0) > now
    if (isHeld && !(file.alone && unfinished.holder !== thisProcess)) throw heldBy(unfinished.lease_until, now)
    const attempt = unfinished.attempt + 1
    const change = { ...lease, state: 'running' as const, attempt, error: null }
    await trx.updateTable('imports').set(change).where('id', '=', unfinished.id).execute()
    return { id: unfinished.id, attempt, resumedRecords: unfinished.records, resumedRejects: unfinished.rejects }
  })
}

function lockUnfinished(trx: Transaction<Schema>, database: Database, key: string) {
  const query = trx.selectFrom('imports').selectAll().where('key', '=', key).where('state', '<>', 'finished')
  return (database.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

type Lease = { holder: string; lease_until: number; updated_at: number }

async function insertImport(
  trx: Transaction<Schema>,
  file: { key: string | null; name: string; format: string; now: number; lease: Lease }
): Promise<ImportRun> {
  const { key, name, format, now, lease } = file
  const row = await trx
    .insertInto('imports')
    .values({ key, name: name.replaceAll('\0', '').slice(0, 500), format, state: 'running', started_at: now, ...lease })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw heldBy(now + importLeaseMs, now) // Another process began the same file in this moment.
  return { id: row.id, attempt: 1, resumedRecords: 0, resumedRejects: 0 }
}

function heldBy(leaseUntil: number | null, now: number): Conflict {
  const seconds = Math.max(1, Math.ceil(((leaseUntil ?? now) - now) / 1000))
  return new Conflict(`This file is being imported already. Wait for it; if it was killed, try again in ${seconds} s.`)
}

/** Notes what is durably stored and renews the lease (call it at least twice a minute). Throws Conflict when another run has taken over. */
export async function saveImportProgress(
  database: Database,
  run: ImportRun,
  progress: ImportProgress & { now: number }
) {
  const { records, rejects, now } = progress
  await writeRun(database.db, run, { records, rejects, updated_at: now, lease_until: now + importLeaseMs })
}

/** Ends an import and raises the corpus revision with it; answers that revision. Throws Conflict when another run has taken over. */
export async function finishImport(
  database: Database,
  run: ImportRun,
  progress: ImportProgress & { now: number }
): Promise<number> {
  const { records, rejects, now } = progress
  return database.db.transaction().execute(async trx => {
    const revision = await raiseCorpusRevision(trx)
    const times = { updated_at: now, finished_at: now, lease_until: null, holder: null }
    await writeRun(trx, run, { records, rejects, state: 'finished', revision, ...times })
    return revision
  })
}

/** Ends a run that cannot go on; the next import of the same key resumes it. */
export async function failImport(database: Database, run: ImportRun, failure: { error: string; now: number }) {
  const ended = { state: 'failed' as const, lease_until: null, holder: null, updated_at: failure.now }
  await writeRun(database.db, run, { ...ended, error: failure.error.slice(0, 2_000) })
}

async function writeRun(db: Kysely<Schema>, run: ImportRun, change: Updateable<Schema['imports']>): Promise<void> {
  const row = await db
    .updateTable('imports')
    .set(change)
    .where('id', '=', run.id)
    .where('attempt', '=', run.attempt)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Conflict('Another run has taken this import over: it goes on there.')
}
