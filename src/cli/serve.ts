import { once } from 'node:events'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { Conflict, InvalidRequest } from '../errors.ts'
import { createLog } from '../log.ts'
import { listenForInterrupt } from './interrupt.ts'
import { wholeNumber } from './read-option.ts'
import { examples, type Session } from './session.ts'
import { firstLines } from './views/curl-lines.ts'

type ServeOptions = { readonly port?: number; readonly host?: string; readonly worker: boolean }

export function addServe(program: Command, session: Session): void {
  program
    .command('serve')
    .summary('answer HTTP and run jobs')
    .description('Answer HTTP and run jobs until Ctrl-C or SIGTERM, which finish what runs first.')
    .option('-p, --port <number>', 'where to listen; 0 = any free port (PORT, default 8080)', wholeNumber(0))
    .option('--host <address>', 'which address to listen at; 0.0.0.0 = all (HOST, default 127.0.0.1)')
    .option('--no-worker', 'answer HTTP only; jobs run in `demograph worker` (needs the server engines)')
    .addHelpText('after', examples('serve', 'serve --port 9000', 'serve --host 0.0.0.0 --no-worker'))
    .action((options: ServeOptions) => serve(session, options))
}

async function serve(session: Session, options: ServeOptions): Promise<void> {
  const settings = session.config()
  const config = { ...settings, port: options.port ?? settings.port, host: options.host ?? settings.host }
  if (!options.worker) requireServerEngines(config, '--no-worker')
  using interrupt = listenForInterrupt()
  await using app = await listening(config, options.worker)
  session.terminal.print(`Demograph answers at ${app.url} over ${dataOf(config)}. Ctrl-C stops it.`)
  const { url, firstToken } = app
  if (firstToken !== undefined) session.terminal.print(firstLines(url, firstToken, config.tls?.certFile))
  if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort')
  session.terminal.say('Stopping: what runs is finished first. Once more stops at once.')
}

function dataOf({ home, databaseUrl, warehouseUrl }: Config): string {
  const isWhole = databaseUrl !== '' && warehouseUrl !== ''
  const places = [databaseUrl && 'PostgreSQL', warehouseUrl && 'ClickHouse', isWhole ? '' : `the data in ${home}`]
  return places.filter(Boolean).join(' and ')
}

/** Two processes can share the work only when both stores are servers. */
export function requireServerEngines(config: Config, what: string): void {
  if (config.databaseUrl !== '' && config.warehouseUrl !== '') return
  throw new InvalidRequest(
    `${what} needs both DATABASE_URL (PostgreSQL) and WAREHOUSE_URL (ClickHouse): the embedded engines belong to one process. Without them \`demograph serve\` runs the jobs as well.`
  )
}

async function listening(config: Config, worker: boolean): Promise<App> {
  const { startApp } = await import('../app.ts')
  try {
    return await startApp(config, createLog(config.logLevel), { listen: config, worker })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new Conflict(`Port ${config.port} of ${config.host} is in use. Choose another with --port or PORT.`, {
        cause: error
      })
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new InvalidRequest(
        `Cannot listen at ${config.host}, port ${config.port} (${code}). Choose others with --host and --port.`,
        { cause: error }
      )
    }
    throw error
  }
}
