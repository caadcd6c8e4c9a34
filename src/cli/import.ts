import path from 'node:path'
import { type Command, Option } from 'commander'
import { Conflict, InvalidRequest, TooLarge, UnsupportedMediaType } from '../errors.ts'
import type { JsonObject } from '../json-object.ts'
import { serviceNames } from '../model/ids.ts'
import { checkImportOptions, type ReadingOptions } from './check-import-options.ts'
import { connect } from './connection.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { type ImportAnswer, importFile } from './import-file.ts'
import { findSources, type ImportSource } from './import-source.ts'
import { listenForInterrupt } from './interrupt.ts'
import { listFormats } from './list-formats.ts'
import { quietLog } from './quiet-log.ts'
import { rejectsWriter } from './rejects-file.ts'
import { examples, type Session } from './session.ts'
import { silent } from './terminal.ts'
import { formatCount } from './text/figures.ts'
import { printable } from './text/printable.ts'
import { countOf } from './text/words.ts'
import { type FileReport, importTable } from './views/import-table.ts'

type ImportOptions = ReadingOptions & {
  readonly service?: string
  readonly name?: string
  readonly rejects?: string
  readonly formats?: boolean
  readonly json?: boolean
}

export function addImport(program: Command, session: Session): void {
  program
    .command('import')
    .summary('read files of social data')
    .description('Read files of profiles, follows and posts: their format is recognised, gzip and zstd are unpacked.')
    .argument('[files...]', 'files, quoted patterns such as "posts/*.jsonl.gz", or - for stdin')
    .option('--format <name>', 'read it as this format instead of recognising it')
    .option('--formats', 'list the formats, and the fields that --columns knows')
    .addOption(new Option('--service <name>', 'for ids without a service (twitter)').choices(serviceNames))
    .option('--columns <pairs>', 'which columns hold our fields: id=tweet_id,author=user_id')
    .option('--time-zone <zone>', 'for times without a zone, for instance Europe/Lisbon (UTC)')
    .option('--observed-at <time>', 'for records without a time: when the file was written, ISO 8601 (now)')
    .option('--name <name>', 'the file’s name, for stdin')
    .option('--rejects <file>', 'where the records go that cannot be read (default NAME.rejects.jsonl here)')
    .option('--json', 'the summary (or the formats) as JSON, and no progress')
    .addHelpText(
      'after',
      examples(
        'import profiles.jsonl follows.csv.gz "posts/*.jsonl.zst"',
        'import people.csv --columns id=user_id,handle=screen_name --service twitter',
        'import likes.csv --columns from=liker,to=author,post=tweet_id,type==like',
        'import - --name posts.jsonl < posts.jsonl'
      )
    )
    .action((files: string[], options: ImportOptions) =>
      options.formats ? listFormats(session, options.json === true) : importFiles(session, files, options)
    )
}

async function importFiles(session: Session, files: readonly string[], options: ImportOptions): Promise<void> {
  if (files.length === 0) throw new InvalidRequest('Name at least one file, or - for stdin.')
  const config = session.config()
  await checkImportOptions(options)
  const sources = await findSources(files, options.name ?? 'stdin')
  using interrupt = listenForInterrupt()
  await using connection = await connect(config, quietLog(config))
  const terminal = options.json ? silent(session.terminal) : session.terminal
  const query = queryOf(options)
  const rejects = rejectsWriter()
  const reports: FileReport[] = []
  for (const source of sources) {
    const rejectsFile = rejectsFileOf(source, options)
    const onReject = (reject: JsonObject) => rejects.put(rejectsFile, source.name, reject)
    try {
      const summary = await importFile(connection.api, source, { query, onReject, signal: interrupt.signal }, terminal)
      reports.push({ file: source.name, summary })
      for (const warning of summary.warnings) terminal.say(`${source.name}: ${printable(warning)}`)
      if (summary.resumed_from > 0) terminal.say(resumedLine(source.name, summary))
      if (summary.rejected > 0) terminal.say(rejectsLine(source.name, summary, rejectsFile))
      if (bringsNothing(summary)) process.exitCode = exitCodes.failed
    } catch (error) {
      // A file that is no data must not keep the others from being read; the exit code tells.
      if (!isAboutTheFile(error)) throw error
      reports.push({ file: source.name, error: error.message })
      // Most messages name the file themselves.
      const isNamed = error.message.includes(path.basename(source.name))
      terminal.say(isNamed ? error.message : `${source.name}: ${error.message}`)
      process.exitCode = exitCodeOf(error)
    } finally {
      await rejects.flush()
    }
  }
  if (options.json) terminal.print(JSON.stringify({ files: reports }))
  else for (const line of importTable(reports, terminal.width, terminal.dim)) terminal.print(line)
}

function resumedLine(name: string, { resumed_from }: ImportAnswer): string {
  return `${name}: went on after record ${formatCount(resumed_from)}, where an earlier import of it was interrupted.`
}

function rejectsLine(name: string, summary: ImportAnswer, rejectsFile: string): string {
  const { rejected, resumed_from, rejects_left_out } = summary
  const earlier = resumed_from > 0 ? ', those of the interrupted import included' : ''
  const leftOut =
    rejects_left_out > 0 ? ` (${rejects_left_out.toLocaleString('en-GB')} of them came too fast and are not in it)` : ''
  return `${name}: ${countOf(rejected, 'record')} could not be read${earlier}: see ${rejectsFile}${leftOut}.`
}

function bringsNothing({ rejected, counts }: ImportAnswer): boolean {
  return rejected > 0 && Object.values(counts).every(count => count === 0)
}

function isAboutTheFile(error: unknown): error is Error {
  return [InvalidRequest, UnsupportedMediaType, TooLarge, Conflict].some(kind => error instanceof kind)
}

function queryOf({ format, service, columns, timeZone, observedAt }: ImportOptions) {
  return { format, service, columns, time_zone: timeZone, observed_at: observedAt }
}

function rejectsFileOf(source: ImportSource, options: ImportOptions): string {
  return options.rejects ?? `${path.basename(source.name)}.rejects.jsonl`
}
