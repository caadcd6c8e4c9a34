import type { Command } from 'commander'
import { StatusResponse } from '../http/wire-schemas.ts'
import { parse } from '../parse.ts'
import { connect } from './connection.ts'
import { quietLog } from './quiet-log.ts'
import { examples, type Session } from './session.ts'

export function addStop(program: Command, session: Session): void {
  program
    .command('stop')
    .summary('stop an execution')
    .description('Stop an execution, its running query included. One that is over stays as it is.')
    .argument('<hash>', 'the execution')
    .option('--json', 'the status as JSON')
    .addHelpText('after', examples('stop 4k2f7qh3m1n8p5r6s9t0v2w4x6'))
    .action((hash: string, options: { json?: boolean }) => stop(session, hash, options.json === true))
}

async function stop({ config, terminal }: Session, hash: string, isJson: boolean): Promise<void> {
  const settings = config()
  await using connection = await connect(settings, quietLog(settings))
  const status = parse(StatusResponse, await connection.api.call('POST', '/stop', { query: { execution: hash } }))
  terminal.print(isJson ? JSON.stringify(status) : `${status.execution} is ${status.status}.`)
}
