import type { Config } from '../config.ts'
import { createLog, type Logger } from '../log.ts'

/** The log of a command that ends by itself: only what is a bug, for it tells the rest in sentences; LOG_LEVEL may ask for more. */
export function quietLog(config: Config): Logger {
  return createLog(config.logLevel === 'info' ? 'error' : config.logLevel)
}
