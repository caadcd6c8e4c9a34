import type { Command } from 'commander'
import type { Session } from './session.ts'

export function addDemo(program: Command, _session: Session): void {
  program.command('demo')
}
