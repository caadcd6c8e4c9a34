import path from 'node:path'
import { ServiceError, Stopped } from '../errors.ts'
import type { ImportSummary } from '../importers/run-import.ts'
import { isObject, type JsonObject } from '../json-object.ts'
import { type ApiClient, errorFor } from './api-client.ts'
import type { ImportSource } from './import-source.ts'
import { readJsonLines } from './read-lines.ts'
import type { Terminal } from './terminal.ts'
import { finishingLine, transferLine } from './text/progress.ts'
import { memberAt } from './views/result-shapes.ts'

/** The summary of an import as the server words it (import-stream.ts). */
export type ImportAnswer = Omit<ImportSummary, 'resumedFrom' | 'corpusRevision'> & {
  readonly resumed_from: number
  readonly corpus_revision: number
  /** How many rejects the server could not tell, because they came faster than they were taken. */
  readonly rejects_left_out: number
}

type ImportSettings = {
  /** Parameters of `/import`, but for name and key. */
  readonly query: Readonly<Record<string, string | undefined>>
  /** Keeps a record that could not be read. */
  readonly onReject: (reject: JsonObject) => Promise<void>
  readonly signal: AbortSignal
}

/**
 * Sends one file to `/import` as it is read and follows the answer. Throws the server's own error, and Stopped when the signal
 * is aborted: the server keeps what it had read by then.
 */
export async function importFile(
  api: ApiClient,
  source: ImportSource,
  settings: ImportSettings,
  terminal: Terminal
): Promise<ImportAnswer> {
  const { body, key, sentBytes } = await source.open()
  const query = { ...settings.query, name: path.basename(source.name), key }
  const startedAt = Date.now()
  using line = terminal.liveLine()
  let records = 0
  const show = () =>
    line.show(() =>
      sentBytes() === source.totalBytes
        ? finishingLine(source.name, records, Date.now() - startedAt, terminal.width)
        : transferLine(
            {
              name: source.name,
              sentBytes: sentBytes(),
              totalBytes: source.totalBytes,
              elapsedMs: Date.now() - startedAt
            },
            terminal.width
          )
    )
  const ticking = setInterval(show, 100)
  try {
    const answer = await api.stream('POST', '/import', {
      query,
      body,
      accept: 'application/x-ndjson',
      signal: settings.signal
    })
    return await follow(readJsonLines(answer), settings.onReject, read => {
      records = read
    })
  } catch (error) {
    if (settings.signal.aborted) {
      throw new Stopped('Interrupted. What was read so far is kept: the same command goes on where this one stopped.')
    }
    throw error
  } finally {
    clearInterval(ticking)
    body.destroy()
  }
}

/** Reads the answer's lines to its summary. */
async function follow(
  lines: AsyncIterable<unknown>,
  onReject: ImportSettings['onReject'],
  onRecords: (records: number) => void
): Promise<ImportAnswer> {
  for await (const line of lines) {
    const { progress, reject, summary, errors, status } = line as Record<string, unknown> // Our own server's line.
    if (isObject(progress)) onRecords(Number(memberAt(progress, 'records') ?? 0))
    if (isObject(reject)) await onReject(reject)
    if (Array.isArray(errors)) throw errorFor(Number(status), errors.map(String))
    if (isObject(summary)) return summary as ImportAnswer // Our own server's.
  }
  throw new ServiceError('The server ended before the import did. What was read is kept: run the same command again.')
}
