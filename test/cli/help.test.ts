import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Command } from 'commander'
import { createProgram } from '../../src/cli/program.ts'
import { createTerminal } from '../../src/cli/terminal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

// Starting the program once for every command takes half a minute: all but the first test ask the commands themselves.
const config = () => assert.fail('help reads no setting')
const program = await createProgram({ config, terminal: createTerminal() })

/** What --help shows of a command. */
function helpOf(command: Command): string {
  let text = ''
  const writeOut = (piece: string) => {
    text += piece
  }
  command.configureOutput({ writeOut, getOutHelpWidth: () => 100 }).outputHelp()
  return text
}

/** A command and what stands below it: `token`, `token create`. */
const family = (command: Command): Command[] => [command, ...command.commands.flatMap(family)]

test('--help lists the commands and leaves nothing behind, in the words of the commands themselves', async t => {
  const home = await temporaryFolder(t)
  const { code, stdout } = await runCli(['--help'], { home })
  assert.deepEqual([code, stdout], [0, helpOf(program)])
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name)
  assert.deepEqual(commands, [
    'demo',
    'serve',
    'import',
    'report',
    'analyze',
    'tasks',
    'targets',
    'status',
    'stop',
    'token',
    'erase',
    'enrich',
    'doctor',
    'migrate',
    'worker',
    'help'
  ])
  const below = await runCli(['token', 'create', '--help'], { home })
  const create = program.commands.flatMap(family).find(command => command.name() === 'create')
  assert.deepEqual([below.code, below.stdout], [0, helpOf(create as Command)]) // It is there: the program has shown it.
  assert.deepEqual(await readdir(home), [])
})

test('every command shows examples of itself', () => {
  for (const command of program.commands) {
    const texts = family(command).map(helpOf).join('\n')
    const examples = [...texts.matchAll(/^ {2}\$ demograph (\w+)/gm)].map(([, name]) => name)
    assert.deepEqual([...new Set(examples)], [command.name()])
  }
})

test('docs/command-line.md names every command and every option that --help shows', async () => {
  const document = await readFile(new URL('../../docs/command-line.md', import.meta.url), 'utf8')
  const sections = document.split(/^## /m)
  const missing: string[] = []
  for (const command of program.commands) {
    const name = command.name()
    const heading = ['status', 'stop'].includes(name) ? 'status and stop' : name
    const below = sections.find(section => section.startsWith(`${heading}\n`)) ?? ''
    if (below === '') missing.push(name)
    const texts = family(command).map(helpOf).join('\n')
    const options = new Set([...texts.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option = '']) => option))
    for (const option of options) {
      // What every command has is said once, above them.
      const where = ['--help', '--json'].includes(option) ? document : below
      if (!where.includes(option)) missing.push(`${name} ${option}`)
    }
  }
  assert.deepEqual(missing, [])
})
