import { setImmediate } from 'node:timers/promises'
import { InvalidRequest, ServiceError, Stopped } from '../errors.ts'
import { refreshCorpusFacts } from '../store/corpus-facts.ts'
import { corpusRevision, raiseCorpusRevision } from '../store/corpus-revision.ts'
import { createCorpusWriter } from '../store/corpus-writer.ts'
import { failImport, finishImport, type ImportRun, saveImportProgress } from '../store/import-ledger.ts'
import { flushBehind, isFullDisk, unwritten } from './flush-behind.ts'
import type { ImportFormat, ImportOptions } from './import-format.ts'
import { type ImportTally, tallyingSink } from './import-tally.ts'
import { type RecordReader, recordReader } from './record-reader.ts'
import type { ImportStores, ImportSummary, ImportWatch } from './run-import.ts'

export type TextToRead = {
  readonly format: ImportFormat
  readonly options: ImportOptions
  readonly pieces: AsyncIterable<string>
  readonly hasDamage: () => boolean
}

/** Renews the ledger's lease (one minute) while a slow file, or the counting at the end, saves nothing. */
const heartbeatMs = 15_000

/** The longest that reading keeps other work of the process waiting. */
const sliceMs = 15

/** Reads a text into the corpus under an opened import, and ends that import, well or badly. */
export async function readIntoCorpus(
  stores: ImportStores,
  run: ImportRun,
  text: TextToRead,
  watch: ImportWatch
): Promise<Omit<ImportSummary, 'format' | 'seconds'>> {
  const { warehouse, database, log } = stores
  const writer = createCorpusWriter(warehouse, { importId: run.id })
  const { observedAt } = text.options
  const { sink, tally } = tallyingSink(writer, { observedAt, reject: reason => reader.reject(reason) })
  const { resumedRecords, resumedRejects } = run
  const reader = recordReader(text.format, { ...text, onReject: watch.onReject, resumedRecords, sink })
  const reached = () => ({
    records: Math.max(resumedRecords, reader.records),
    rejects: resumedRejects + reader.rejects
  })
  let saved = { records: resumedRecords, rejects: resumedRejects }
  const save = async (progress: typeof saved) => {
    await saveImportProgress(database, run, { ...progress, now: Date.now() })
    saved = progress
  }
  const flushing = flushBehind(writer, save)
  const heartbeat = setInterval(() => {
    save(saved).catch(error => log.warn({ err: error }, 'an import could not renew its lease'))
  }, heartbeatMs)
  let isRead = false

  async function read(): Promise<void> {
    let sliceEnd = performance.now() + sliceMs
    for await (const piece of text.pieces) {
      watch.signal?.throwIfAborted()
      reader.push(piece)
      await flushing.whenDue(reached())
      if (performance.now() < sliceEnd) continue
      await watch.onProgress?.({ records: reader.records, rejected: reached().rejects, ...tally.counts })
      await setImmediate()
      sliceEnd = performance.now() + sliceMs
    }
    reader.end()
    await flushing.all(reached())
    isRead = true
  }

  async function countFacts(): Promise<void> {
    const revision = (await corpusRevision(database)) + 1
    await refreshCorpusFacts(warehouse, { importId: run.id, revision }).catch(error => {
      throw isFullDisk(error) ? unwritten(error) : error
    })
  }

  /** Keeps what a file gave before it ended early. */
  async function salvage(error: unknown): Promise<void> {
    if (isRead || flushing.hasFailed || !(error instanceof ServiceError)) return
    await flushing.all(reached())
    // Somebody who stops an import wants to resume it, not to wait for the counting.
    if (error instanceof Stopped) return
    await countFacts()
    await raiseCorpusRevision(database.db)
  }

  try {
    await read()
    await countFacts()
    const revision = await finishImport(database, run, { ...reached(), now: Date.now() })
    return summaryOf(reader, tally, run, revision)
  } catch (thrown) {
    const error = watch.signal?.aborted ? stopped(thrown) : thrown
    try {
      await salvage(error)
      await failImport(database, run, { error: messageOf(error), now: Date.now() })
    } catch (second) {
      log.warn({ err: second }, 'an import that failed could not be ended')
    }
    if (!(error instanceof InvalidRequest)) throw error
    const kept = `The ${reader.records} records before that are imported.`
    throw new InvalidRequest(`${error.message} ${kept}`, { cause: error })
  } finally {
    clearInterval(heartbeat)
  }
}

function summaryOf(reader: RecordReader, tally: ImportTally, run: ImportRun, revision: number) {
  const isEmpty = run.resumedRecords === 0 && Object.values(tally.counts).every(count => count === 0)
  const isRead = reader.rejects === 0
  const nothing = isRead ? 'There are no records in it.' : 'Nothing in it could be read: the rejects say why.'
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
