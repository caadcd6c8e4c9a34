import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { InvalidRequest, Stopped } from '../errors.ts'
import { openImport } from '../store/import-ledger.ts'
import type { ImportFormat, ImportOptions } from './import-format.ts'
import { formatNamed, importFormats } from './import-formats.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { type ImportStores, type ImportWatch, type ReadSummary, readIntoCorpus } from './read-into-corpus.ts'
import { firstRecords, recogniseFormat } from './recognise.ts'
import { tryFirstRecord } from './record-reader.ts'
import { openSource } from './source/open-source.ts'
import { headAndRest, readHead } from './source/read-head.ts'
import { isTimeZone } from './values/zoned-time.ts'

export type ImportSource = {
  readonly stream: Readable
  readonly name: string
  /** What an unfinished import of the same data is found again by (fileKey); null = it cannot be resumed. */
  readonly key: string | null
  /** The name of a format; recognised when left out. */
  readonly format?: string
  readonly options: ImportOptions
}

export type ImportSummary = ReadSummary & { readonly format: string; readonly seconds: number }

/**
 * Reads one file into the corpus, one after the other in a process. Throws a ServiceError that says what to do when the file
 * is no data, is not recognised or ends early, and when the corpus cannot be written: what was stored by then stays, and
 * importing the same file again goes on from there.
 */
export async function runImport(
  stores: ImportStores,
  source: ImportSource,
  watch: ImportWatch = {}
): Promise<ImportSummary> {
  const { stream } = source
  const end = () => stream.destroy()
  stream.on('error', () => {}) // It may fail while it waits for its turn; reading it then tells.
  watch.signal?.addEventListener('abort', end)
  try {
    return await oneAtATime(() => importSource(stores, source, watch), watch.signal)
  } finally {
    watch.signal?.removeEventListener('abort', end)
    end()
  }
}

async function importSource(stores: ImportStores, source: ImportSource, watch: ImportWatch): Promise<ImportSummary> {
  const startedAt = performance.now()
  const { name, options } = source
  if (!isTimeZone(options.timeZone)) throw new InvalidRequest(`There is no time zone "${options.timeZone}".`)
  const forced = source.format === undefined ? undefined : formatNamed(source.format, options.columns)
  const text = openSource(source.stream, name)
  await using pieces = text.pieces // Ended also where nothing is read of it: what unpacks it is freed.
  const head = await readHead(pieces, found => firstRecords('json', found, false).length > 0)
  // Its sender is gone: what came of it is no whole head, and the stores may be closing.
  if (watch.signal?.aborted) throw new Stopped('The import was stopped before it began.')
  const formats = [...importFormats.values()]
  const format = forced ?? recogniseFormat(head.text, head.isWhole, { formats, options, name })
  tryFirstRecord(format, firstRecords(format.records, head.text, head.isWhole)[0], options)

  const run = await openImport(stores.database, {
    key: ledgerKey(source, format),
    name,
    format: format.name,
    now: Date.now(),
    // The embedded corpus belongs to one process: what another left running is dead.
    alone: stores.warehouse.kind === 'embedded'
  })
  const whole = { format, options, pieces: headAndRest(head, pieces), hasDamage: text.hasDamage }
  const done = await readIntoCorpus(stores, run, whole, watch)
  return { format: format.name, ...done, seconds: (performance.now() - startedAt) / 1000 }
}

/** An interrupted import is resumed only where it is read in the same way. */
function ledgerKey({ key, options }: ImportSource, format: ImportFormat): string | null {
  if (key === null) return null
  const how = JSON.stringify([format.name, options.service, options.timeZone, [...options.columns]])
  return `${key} ${createHash('sha256').update(how).digest('hex').slice(0, 16)}`
}
