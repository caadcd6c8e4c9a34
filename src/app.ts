import type { Config } from './config.ts'
import type { Logger } from './log.ts'

export type AppOptions = {
  /** Where to listen; port 0 = any free port; nothing = no HTTP (a worker). */
  readonly listen?: { readonly host: string; readonly port: number }
  /** Whether this process runs jobs. */
  readonly worker: boolean
}

/** The whole program, running. Disposing drains it: no new work, running requests answered, everything closed in reverse. */
export type App = AsyncDisposable & {
  /** `http://127.0.0.1:8080`, or empty when it does not listen. */
  readonly url: string
  /** Works as an admin of the first account while this process lives; never shown. */
  readonly localToken: string
  /** Made at the first start over an empty store, to be shown once; else nothing. */
  readonly firstToken: string | undefined
}

export type StartApp = (config: Config, log: Logger, options: AppOptions) => Promise<App>
