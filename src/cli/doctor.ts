import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { findServer } from '../server-file.ts'
import { checkFolder, checkNode, checkPort } from './doctor/check-machine.ts'
import { checkEngines, checkStores } from './doctor/check-stores.ts'
import { checkTls } from './doctor/check-tls.ts'
import type { Finding } from './doctor/finding.ts'
import { BadOutcome } from './exit-codes.ts'
import { examples, type Session } from './session.ts'
import { pad, printable } from './text/printable.ts'
import { countOf } from './text/words.ts'

export function addDoctor(program: Command, session: Session): void {
  program
    .command('doctor')
    .summary('check the machine, the settings and the stores')
    .description('Check the machine, the settings and both stores, and say what to do about what is wrong.')
    .option('--json', 'the findings as JSON')
    .addHelpText('after', examples('doctor', 'doctor --json'))
    .action((options: { json?: boolean }) => doctor(session, options.json === true))
}

async function doctor({ config, terminal }: Session, isJson: boolean): Promise<void> {
  const findings = await examine(config())
  if (isJson) terminal.print(JSON.stringify(findings))
  else for (const line of findings.flatMap(finding => findingLines(finding, terminal.bold))) terminal.print(line)
  const bad = findings.filter(finding => finding.state === 'wrong')
  if (bad.length > 0) throw new BadOutcome(`${countOf(bad.length, 'thing')} to mend.`)
}

async function examine(config: Config): Promise<Finding[]> {
  const findings = [checkNode(process.versions.node), await checkFolder(config.home), checkEngines(config)]
  const stores = await checkStores(config)
  // Our own server holds its port rightly.
  const port = findServer(config.home) ? [] : [await checkPort(config.host, config.port)]
  return [...findings, ...stores, ...port, await checkTls(config.tls, Date.now())]
}

/** A finding as one line, and what to do about it as a second. */
function findingLines({ state, about, found, todo }: Finding, bold: (text: string) => string): string[] {
  const head = pad(state, 5)
  const line = `${state === 'wrong' ? bold(head) : head}  ${pad(about, 11)}  ${printable(found)}`
  return todo === undefined ? [line] : [line, `${' '.repeat(20)}→ ${todo}`]
}
