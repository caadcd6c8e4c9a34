import type { HttpServices } from './http/http-services.ts'
import { type ImportStores, runImport } from './importers/run-import.ts'
import type { Metrics } from './metrics.ts'

/** What POST /import does with a file's bytes: the same import for every caller, counted in the metrics. */
export function importStream(stores: ImportStores, metrics: Metrics): HttpServices['importStream'] {
  return async (_caller, stream, request, watch) => {
    const {
      format,
      service = 'twitter',
      observedAt = Date.now(),
      columns,
      timeZone = 'UTC',
      name = 'upload',
      key = null
    } = request
    const source = { stream, name, key, options: { service, observedAt, columns, timeZone }, ...(format && { format }) }
    const { resumedFrom, corpusRevision, ...summary } = await runImport(stores, source, {
      onReject: reject => watch.reject({ ...reject }),
      onProgress: watch.progress,
      signal: watch.signal
    })
    for (const [kind, rows] of Object.entries(summary.counts)) metrics.rowsImported(kind, rows)
    return { ...summary, resumed_from: resumedFrom, corpus_revision: corpusRevision }
  }
}
