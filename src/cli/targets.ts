import type { Command } from 'commander'
import type { Target } from '../analytics/targets/target.ts'
import { loadTargets } from '../analytics/targets/targets.ts'
import { NotFound } from '../errors.ts'
import { examples, type Session } from './session.ts'
import { table } from './text/table.ts'

export function addTargets(program: Command, session: Session): void {
  program
    .command('targets [prefix]')
    .summary('show the names that filters and analyses can use')
    .description(
      'Show the targets whose names begin with a prefix, or all. Those of traits that are switched off (DEMOGRAPH_TRAITS_OFF) do not exist. Needs no server.'
    )
    .option('--json', 'the targets as JSON')
    .addHelpText('after', examples('targets', 'targets li.user', 'targets twitter --json'))
    .action((prefix: string | undefined, { json = false }: { json?: boolean }) =>
      showTargets(session, prefix ?? '', json)
    )
}

function showTargets({ config, terminal }: Session, prefix: string, isJson: boolean): void {
  const wanted = prefix.toLowerCase()
  const found = loadTargets(config().traits.off).all.filter(({ name }) => name.startsWith(wanted))
  if (found.length === 0) throw new NotFound(`No target begins with ${prefix}. \`demograph targets\` shows all.`)
  if (isJson) {
    terminal.print(JSON.stringify(found.map(published), null, 2))
    return
  }
  const columns = [{ title: 'target' }, { title: 'type' }, { title: 'use' }, { title: 'what it is', maxWidth: 90 }]
  const rows = found.map(target => [target.name, target.type, usesOf(target), target.summary])
  for (const line of table(columns, rows, terminal.bold)) terminal.print(line)
  terminal.print(
    terminal.dim('\nc counted by freqDist, f in filters of analyses, w word by word; recordings can use every target.')
  )
}

function usesOf({ isAnalysable, isFilterable, isTokenised }: Target): string {
  return [isAnalysable && 'c', isFilterable && 'f', isTokenised && 'w'].map(use => use || '-').join('')
}

function published({ name, type, isTokenised, isAnalysable, isFilterable, trait, summary }: Target) {
  return {
    ...{ name, type, tokenised: isTokenised, analysable: isAnalysable, filterable: isFilterable },
    ...(trait && { trait }),
    summary
  }
}
