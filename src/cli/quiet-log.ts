import type { Config } from '../config.ts'
import { createLog, type Logger } from '../log.ts'

/** The log of a command that ends by itself: only what goes wrong, unless LOG_LEVEL asks for more or less than `info`. */
export function quietLog(config: Config): Logger {
  return createLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
}
