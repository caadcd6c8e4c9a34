import type { Readable } from 'node:stream'
import type { LoadEnricher } from '../enrichment/load-enricher.ts'
import type { JobDefinition } from '../jobs/define-job.ts'
import type { Executions } from '../jobs/execution.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Service } from '../model/ids.ts'
import type { TraitSettings } from '../model/traits.ts'
import type { Caller } from '../store/verify-token.ts'
import type { VerifyToken } from './auth.ts'
import type { PylonServices } from './pylon/pylon-services.ts'

/** What a caller says about a file; what is left out is recognised or has its default. */
export type ImportRequest = {
  readonly format?: string
  readonly service?: Service
  readonly observedAt?: number
  readonly columns: ReadonlyMap<string, string>
  readonly timeZone?: string
  /** The file's name, for recognition and the ledger. */
  readonly name?: string
  /** An import with the same key that was cut off is resumed. */
  readonly key?: string
}

/** A record that could not be taken: kept with its reason. */
export type ImportReject = Readonly<Record<string, unknown>>

export type ImportWatch = {
  /** What has been read so far; called often, and reading goes on when it resolves. */
  progress(progress: Readonly<Record<string, unknown>>): void | Promise<void>
  reject(reject: ImportReject): void
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal
}

/** The rest of the program, as HTTP needs it. */
export type HttpServices = {
  readonly executions: Executions
  readonly loadEnricher: LoadEnricher
  readonly traits: TraitSettings
  readonly jobs: ReadonlyMap<string, JobDefinition>
  readonly verifyToken: VerifyToken
  readonly pylon: PylonServices
  /** Reads a file's bytes to their end; answers what was taken. */
  importStream(
    caller: Caller,
    bytes: Readable,
    request: ImportRequest,
    watch: ImportWatch
  ): Promise<Readonly<Record<string, unknown>>>
  /** Enriches anew what other models have enriched; answers what was done. */
  enrichAnew(watch: {
    progress(counts: Readonly<Record<string, number>>): void
    readonly signal: AbortSignal
  }): Promise<Readonly<Record<string, number>>>
  /** Removes a person, given as an id or as `service:@handle`, everywhere; answers how many records of each kind. */
  erase(reference: string): Promise<Readonly<Record<string, number>>>
  /** Whether requests should be sent here, and if not, why. */
  readiness(): Promise<{ readonly ready: boolean; readonly reasons: readonly string[] }>
  readonly metrics: Metrics
  readonly log: Logger
  /** Aborted when the program is told to stop: new work is refused then, and nobody is kept waiting. */
  readonly draining: AbortSignal
  /** PEM texts: with them the server speaks HTTPS. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer }
}
