import type { LoadEnricher } from './enrichment/load-enricher.ts'
import type { HttpServices } from './http/http-services.ts'
import type { ImportStores } from './importers/read-into-corpus.ts'
import { runImport } from './importers/run-import.ts'
import type { Metrics } from './metrics.ts'

type ImportStream = HttpServices['importStream']

type StoresAndTraits = Omit<ImportStores, 'enricher'> & { readonly loadEnricher: LoadEnricher }

/** Disposing waits for the imports that still run; closing the server has cut those that took too long. */
type ImportStreams = AsyncDisposable & { readonly importStream: ImportStream }

/** What POST /import does with a file's bytes: the same import for every caller, counted in the metrics. */
export function openImportStreams(stores: StoresAndTraits, metrics: Metrics): ImportStreams {
  const running = new Set<Promise<unknown>>()
  return {
    async importStream(_caller, stream, request, watch) {
      const importing = importOne(stores, metrics, stream, request, watch)
      running.add(importing)
      try {
        return await importing
      } finally {
        running.delete(importing)
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(running)
    }
  }
}

async function importOne(
  { loadEnricher, ...stores }: StoresAndTraits,
  metrics: Metrics,
  stream: Parameters<ImportStream>[1],
  request: Parameters<ImportStream>[2],
  watch: Parameters<ImportStream>[3]
) {
  stream.on('error', () => {}) // It may fail while the traits are loaded; reading it then tells.
  const enricher = await loadEnricher()
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
  const { resumedFrom, corpusRevision, seconds, ...summary } = await runImport({ ...stores, enricher }, source, {
    onReject: reject => watch.reject({ ...reject }),
    onProgress: watch.progress,
    signal: watch.signal
  })
  for (const [kind, rows] of Object.entries(summary.counts)) metrics.rowsImported(kind, rows)
  return {
    ...summary,
    seconds: Math.round(seconds * 1000) / 1000,
    resumed_from: resumedFrom,
    corpus_revision: corpusRevision
  }
}
