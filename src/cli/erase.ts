import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { InvalidRequest } from '../errors.ts'
import { connect } from './connection.ts'
import { quietLog } from './quiet-log.ts'
import { examples, type Session } from './session.ts'
import { printable } from './text/printable.ts'

export function addErase(program: Command, session: Session): void {
  program
    .command('erase')
    .summary('remove a person from the data')
    .description('Remove a person from the data: profile, posts, follows, and every stored result that names them.')
    .argument('<id>', 'an id such as twitter:116679528, or a handle such as twitter:@name')
    .option('--yes', 'do not ask first')
    .option('--json', 'what was removed, as JSON')
    .addHelpText('after', examples('erase twitter:116679528', 'erase twitter:116679528 --yes --json'))
    .action((id: string, options: { yes?: boolean; json?: boolean }) => erase(session, id, options))
}

async function erase({ config, terminal }: Session, id: string, options: { yes?: boolean; json?: boolean }) {
  const settings = config()
  if (!options.yes) await confirm(id)
  await using connection = await connect(settings, quietLog(settings))
  const answer = await connection.api.call('POST', '/erase', { query: { id } })
  if (options.json) return terminal.print(JSON.stringify(answer))
  const counts = Object.entries(answer ?? {}).filter(([, count]) => typeof count === 'number')
  if (counts.every(([, count]) => count === 0)) return terminal.print(`Nothing was known of ${printable(id)}.`)
  terminal.print(`${printable(id)} was erased.`)
  for (const [name, count] of counts) terminal.print(`  ${name.replaceAll('_', ' ')}: ${count}`)
}

/** Throws InvalidRequest unless a person at the terminal repeats the id. */
async function confirm(id: string): Promise<void> {
  if (!process.stdin.isTTY) throw new InvalidRequest('erase cannot be undone: add --yes where nobody can be asked.')
  const questions = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await questions.question(`This removes ${printable(id)} for good. Type the id again to go on: `)
  questions.close()
  if (answer.trim() !== id) throw new InvalidRequest('That is not the id: nothing was erased.')
}
