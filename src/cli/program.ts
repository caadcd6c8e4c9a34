import { Command } from 'commander'
import { version } from '../version.ts'
import type { Session } from './session.ts'

type AddCommand = (program: Command, session: Session) => void

// In the order of --help.
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  demo: async () => (await import('./demo.ts')).addDemo,
  serve: async () => (await import('./serve.ts')).addServe,
  import: async () => (await import('./import.ts')).addImport,
  report: async () => (await import('./report.ts')).addReport,
  analyze: async () => (await import('./analyze.ts')).addAnalyze,
  tasks: async () => (await import('./tasks.ts')).addTasks,
  targets: async () => (await import('./targets.ts')).addTargets,
  status: async () => (await import('./status.ts')).addStatus,
  stop: async () => (await import('./stop.ts')).addStop,
  token: async () => (await import('./token.ts')).addToken,
  erase: async () => (await import('./erase.ts')).addErase,
  enrich: async () => (await import('./enrich.ts')).addEnrich,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  migrate: async () => (await import('./migrate.ts')).addMigrate,
  worker: async () => (await import('./worker.ts')).addWorker
}

/**
 * The command line: with the one command of that name, which starts in two thirds of the time without the others, or with
 * all of them when none has it, for --help and for what was meant.
 */
export async function createProgram(session: Session, name = ''): Promise<Command> {
  const program = new Command('demograph')
    .description('Audience intelligence over your own social data.')
    .version(version)
    .exitOverride()
    .configureHelp({ helpWidth: Math.min(100, process.stdout.columns || 100) })
    .showHelpAfterError('(--help shows how it is used.)')
    .addHelpText(
      'after',
      '\nSettings come from the environment: DEMOGRAPH_HOME (default ./demograph-data), HOST, PORT,\nDATABASE_URL, WAREHOUSE_URL and others. docs/command-line.md lists them, and the exit codes.\n'
    )
  const one = Object.hasOwn(commands, name) ? commands[name] : undefined
  for (const load of one ? [one] : Object.values(commands)) {
    const add = await load()
    add(program, session)
  }
  return program
}
