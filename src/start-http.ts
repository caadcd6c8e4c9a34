import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { LoadEnricher } from './enrichment/load-enricher.ts'
import { InvalidRequest } from './errors.ts'
import type { HttpServices } from './http/http-services.ts'
import { createServer } from './http/server.ts'
import { openImportStreams } from './import-stream.ts'
import { enrichAnew } from './importers/enrich-anew.ts'
import { erasePerson } from './jobs/erase-person.ts'
import type { Logger } from './log.ts'
import { readiness } from './readiness.ts'
import type { Stores } from './stores.ts'

type Parts = Pick<HttpServices, 'executions' | 'jobs' | 'pylon' | 'metrics' | 'verifyToken' | 'draining'> & {
  readonly config: Config
  readonly log: Logger
  readonly stores: Stores
  readonly loadEnricher: LoadEnricher
}

/** A server that listens. Disposing lets running requests and imports end. */
type HttpFront = AsyncDisposable & {
  /** `http://127.0.0.1:8080`. */
  readonly url: string
  /** With HTTPS: the server's own, PEM. */
  readonly certificate?: string
}

/** Answers HTTP, or HTTPS where the settings name a certificate; port 0 = any free port. */
export async function startHttp(parts: Parts, where: { host: string; port: number }): Promise<HttpFront> {
  await using starting = new AsyncDisposableStack()
  const { config, log, stores, loadEnricher, ...services } = parts
  const { database, warehouse } = stores
  const { importStream } = starting.use(openImportStreams({ database, warehouse, loadEnricher, log }, parts.metrics))
  const enriching = starting.use(runningUntilDisposed())
  const tls = config.tls && {
    cert: await readPem('TLS_CERT', config.tls.certFile),
    key: await readPem('TLS_KEY', config.tls.keyFile)
  }
  const server = createServer({
    ...services,
    log,
    importStream,
    loadEnricher,
    traits: config.traits,
    async enrichAnew({ progress, signal }) {
      const watch = { onProgress: progress, signal: AbortSignal.any([signal, services.draining]) }
      const enricher = await loadEnricher()
      return enriching.add(enrichAnew({ database, warehouse, enricher, log }, watch))
    },
    erase: reference => erasePerson({ database, warehouse }, reference, Date.now()),
    readiness: readiness({ database, warehouse, home: config.home }),
    ...(tls && { tls })
  })
  starting.defer(() => server.close())
  const url = await listen(server, where)
  const started = starting.move()
  return {
    url,
    ...(tls && { certificate: tls.cert.toString() }),
    [Symbol.asyncDispose]: () => started.disposeAsync()
  }
}

async function readPem(setting: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new InvalidRequest(`${setting} names ${file}, which cannot be read: set it to a PEM file.`, { cause: error })
  }
}

/** Work that the stores must not be closed under: disposing waits for it. */
function runningUntilDisposed() {
  const running = new Set<Promise<unknown>>()
  return {
    async add<Result>(work: Promise<Result>): Promise<Result> {
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(running)
    }
  }
}

async function listen(server: FastifyInstance, where: { host: string; port: number }): Promise<string> {
  const url = new URL(await server.listen(where))
  // Fastify names an address; whoever listens at all of them is reached at the own one.
  const { address } = server.server.address() as AddressInfo // It listens at a port, not at a pipe.
  if (address === '0.0.0.0' || address === '::') url.hostname = '127.0.0.1'
  return url.origin
}
