import { once } from 'node:events'
import type { Command } from 'commander'
import { createLog } from '../log.ts'
import { listenForInterrupt } from './interrupt.ts'
import { requireServerEngines } from './serve.ts'
import { examples, type Session } from './session.ts'

export function addWorker(program: Command, session: Session): void {
  program
    .command('worker')
    .summary('run jobs without HTTP')
    .description('Run jobs without HTTP, beside any number of others. Needs the server engines.')
    .addHelpText('after', examples('worker'))
    .action(() => work(session))
}

async function work({ config, terminal }: Session): Promise<void> {
  const settings = config()
  requireServerEngines(settings, '`demograph worker`')
  using interrupt = listenForInterrupt()
  const { startApp } = await import('../app.ts')
  await using _app = await startApp(settings, createLog(settings.logLevel), { worker: true })
  terminal.print('Demograph runs jobs. Ctrl-C stops it.')
  if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort')
  terminal.say('Stopping: what runs is finished first. Once more stops at once.')
}
