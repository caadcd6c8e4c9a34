import { setImmediate } from 'node:timers/promises'
import type { Enricher } from '../enrichment/enrich.ts'
import { DiskFull, InvalidRequest, ServiceError, Stopped } from '../errors.ts'
import type { Logger } from '../log.ts'
import { refreshCorpusFacts } from '../store/corpus-facts.ts'
import { corpusRevision, raiseCorpusRevision } from '../store/corpus-revision.ts'
import { createCorpusWriter } from '../store/corpus-writer.ts'
import type { Database } from '../store/database.ts'
import { failImport, finishImport, type ImportProgress, type ImportRun } from '../store/import-ledger.ts'
import type { Warehouse } from '../store/warehouse.ts'
import type { EnrichAhead } from './enrich-ahead.ts'
import { type FlushBehind, flushBehind, unwritten } from './flush-behind.ts'
import type { ImportFormat, ImportOptions } from './import-format.ts'
import { type ImportCounts, type ImportTally, tallyingSink } from './import-tally.ts'
import { keepLedger } from './keep-ledger.ts'
import { type ImportReject, type RecordReader, recordReader } from './record-reader.ts'

export type ImportStores = {
  readonly warehouse: Warehouse
  readonly database: Database
  readonly enricher: Enricher
  readonly log: Logger
}

export type ImportWatch = {
  /** Called as records are rejected. */
  onReject?(reject: ImportReject): void
  /** Called many times a second with what was read so far; reading goes on when it resolves. */
  onProgress?(
    state: { readonly records: number; readonly rejected: number } & Readonly<ImportCounts>
  ): void | Promise<void>
  /** Stops the import; what was read by then is kept, and the same file is resumed there. */
  readonly signal?: AbortSignal
}

/** What an import has read and stored. */
export type ReadSummary = {
  /** Records of the file, without headers; those of an earlier run included. */
  readonly records: number
  /** What this run has brought in; the same record given twice counts twice. */
  readonly counts: Readonly<ImportCounts>
  /** Records, or items in them, that could not be read; those of an earlier run included. */
  readonly rejected: number
  /** Records, headers included, that an earlier run had stored already. */
  readonly resumedFrom: number
  readonly corpusRevision: number
  readonly warnings: readonly string[]
}

type TextToRead = {
  readonly format: ImportFormat
  readonly options: ImportOptions
  readonly pieces: AsyncIterable<string>
  readonly hasDamage: () => boolean
}

/** What the steps of one import share. */
type Reading = {
  readonly stores: ImportStores
  readonly run: ImportRun
  readonly reader: RecordReader
  readonly tally: ImportTally
  readonly enriching: EnrichAhead
  readonly flushing: FlushBehind
  /** How far it has come, earlier runs included. */
  reached(): ImportProgress
  /** Whether the whole text is stored. */
  isRead: boolean
}

/** Reads a text into the corpus under an opened import, and ends that import, well or badly. */
export async function readIntoCorpus(
  stores: ImportStores,
  run: ImportRun,
  text: TextToRead,
  watch: ImportWatch
): Promise<ReadSummary> {
  using ledger = keepLedger(stores, run)
  const reading = openReading(stores, run, text, watch, ledger.save)
  await using _threads = reading.enriching
  try {
    await readAll(reading, text.pieces, watch)
    await countFacts(reading)
    const revision = await finishImport(stores.database, run, { ...reading.reached(), now: Date.now() })
    return summaryOf(reading, revision)
  } catch (thrown) {
    const error = watch.signal?.aborted ? stopped(thrown) : thrown
    await endBadly(reading, error)
    if (!(error instanceof InvalidRequest)) throw error
    const kept = `The ${reading.reader.records} records before that are imported.`
    throw new InvalidRequest(`${error.message} ${kept}`, { cause: error })
  }
}

function openReading(
  stores: ImportStores,
  run: ImportRun,
  text: TextToRead,
  watch: ImportWatch,
  save: (reached: ImportProgress) => Promise<void>
): Reading {
  const writer = createCorpusWriter(stores.warehouse, { importId: run.id })
  const { observedAt } = text.options
  const { sink, tally, enriching } = tallyingSink(writer, stores.enricher, {
    observedAt,
    reject: reason => reader.reject(reason)
  })
  const { resumedRecords, resumedRejects } = run
  const reader = recordReader(text.format, { ...text, onReject: watch.onReject, resumedRecords, sink })
  const reached = () => ({
    records: Math.max(resumedRecords, reader.records),
    rejects: resumedRejects + reader.rejects
  })
  const flushing = flushBehind(writer, save, () => enriching.all())
  return { stores, run, reader, tally, enriching, flushing, reached, isRead: false }
}

/** The longest that reading keeps other work of the process waiting. */
const sliceMs = 15

async function readAll(reading: Reading, pieces: AsyncIterable<string>, watch: ImportWatch): Promise<void> {
  const { reader, tally, enriching, flushing, reached } = reading
  let sliceEnd = performance.now() + sliceMs
  for await (const piece of pieces) {
    watch.signal?.throwIfAborted()
    reader.push(piece)
    await enriching.room()
    await flushing.whenDue(reached())
    if (performance.now() < sliceEnd) continue
    await watch.onProgress?.({ records: reader.records, rejected: reached().rejects, ...tally.counts })
    await setImmediate()
    sliceEnd = performance.now() + sliceMs
  }
  reader.end()
  await flushing.all(reached())
  reading.isRead = true
}

async function countFacts({ stores, run }: Reading): Promise<void> {
  const revision = (await corpusRevision(stores.database)) + 1
  await refreshCorpusFacts(stores.warehouse, { importId: run.id, revision }).catch(error => {
    throw error instanceof DiskFull ? unwritten(error) : error
  })
}

/** Marks the import as failed; never throws, so that the caller hears why it failed. */
async function endBadly(reading: Reading, error: unknown): Promise<void> {
  const { stores, run } = reading
  try {
    await salvage(reading, error)
    await failImport(stores.database, run, { error: messageOf(error), now: Date.now() })
  } catch (second) {
    stores.log.warn({ err: second }, 'an import that failed could not be ended')
  }
}

/** Keeps what a file gave before it ended early. */
async function salvage(reading: Reading, error: unknown): Promise<void> {
  const { stores, flushing, reached } = reading
  if (reading.isRead || flushing.hasFailed || !(error instanceof ServiceError)) return
  await flushing.all(reached())
  // Somebody who stops an import wants to resume it, not to wait for the counting.
  if (error instanceof Stopped) return
  await countFacts(reading)
  await raiseCorpusRevision(stores.database.db)
}

function summaryOf({ reader, tally, run }: Reading, revision: number): ReadSummary {
  const isEmpty = run.resumedRecords === 0 && Object.values(tally.counts).every(count => count === 0)
  const nothing =
    reader.rejects === 0 ? 'There are no records in it.' : 'Nothing in it could be read: the rejects say why.'
  return {
    records: reader.records - tally.skipped,
    counts: tally.counts,
    rejected: run.resumedRejects + reader.rejects,
    resumedFrom: run.resumedRecords,
    corpusRevision: revision,
    warnings: [...tally.warnings, ...(isEmpty ? [nothing] : [])]
  }
}

function stopped(cause: unknown): Stopped {
  return new Stopped('The import was stopped. What was read is kept: import the same file again to go on.', { cause })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
