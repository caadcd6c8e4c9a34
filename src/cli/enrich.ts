import type { Command } from 'commander'
import { InvalidRequest, ServiceError, Stopped } from '../errors.ts'
import { isObject } from '../json-object.ts'
import { errorFor } from './api-client.ts'
import { connect } from './connection.ts'
import { listenForInterrupt } from './interrupt.ts'
import { quietLog } from './quiet-log.ts'
import { readJsonLines } from './read-lines.ts'
import { examples, type Session } from './session.ts'
import { silent } from './terminal.ts'
import { formatCount } from './text/figures.ts'

type EnrichOptions = { readonly stdin?: boolean; readonly kind?: string; readonly json?: boolean }

export function addEnrich(program: Command, session: Session): void {
  program
    .command('enrich')
    .summary('enrich the corpus anew, or lines of stdin')
    .description(
      'Enrich the corpus anew where older models have enriched it, beside a running server; it may be interrupted and goes on where it stopped. With --stdin: profiles or posts as lines of JSON, each answered as a line; nothing is stored.'
    )
    .option('--stdin', 'enrich lines of JSON from stdin to stdout')
    .option('--kind <kind>', 'what the lines are: profile or post; told line by line when left out')
    .option('--json', 'what was done, as JSON')
    .addHelpText(
      'after',
      examples('enrich', 'enrich --stdin < profiles.jsonl > enriched.jsonl', 'enrich --stdin --kind post < posts.jsonl')
    )
    .action((options: EnrichOptions) =>
      options.stdin ? enrichStdin(session, options) : enrichCorpus(session, options)
    )
}

async function enrichStdin({ config }: Session, { kind }: EnrichOptions): Promise<void> {
  if (kind !== undefined && kind !== 'profile' && kind !== 'post') {
    throw new InvalidRequest('--kind is profile or post.')
  }
  const { enrichLines } = await import('./enrich-lines.ts') // Loaded when it is needed: the traits take a moment.
  await enrichLines(process.stdin, process.stdout, { traits: config().traits, kind })
}

type Summary = { readonly profiles: number; readonly posts: number; readonly anew: number }

async function enrichCorpus(session: Session, options: EnrichOptions): Promise<void> {
  const config = session.config()
  using interrupt = listenForInterrupt()
  await using connection = await connect(config, quietLog(config))
  const terminal = options.json ? silent(session.terminal) : session.terminal
  using line = terminal.liveLine()
  try {
    const answer = await connection.api.stream('POST', '/enrich', {
      accept: 'application/x-ndjson',
      signal: interrupt.signal
    })
    const summary = await follow(readJsonLines(answer), counts => line.show(() => progressLine(counts)))
    line.show(() => '')
    terminal.print(options.json ? JSON.stringify(summary) : summaryLine(summary))
  } catch (error) {
    if (interrupt.signal.aborted) {
      throw new Stopped('Interrupted. What was enriched is kept: the same command goes on where this one stopped.')
    }
    throw error
  }
}

async function follow(lines: AsyncIterable<unknown>, onProgress: (counts: Summary) => void): Promise<Summary> {
  for await (const line of lines) {
    const { progress, summary, errors, status } = line as Record<string, unknown> // Our own server's line.
    if (isObject(progress)) onProgress(progress as Summary)
    if (Array.isArray(errors)) throw errorFor(Number(status), errors.map(String))
    if (isObject(summary)) return summary as Summary
  }
  throw new ServiceError('The server ended before the work did. What was enriched is kept: run the same command again.')
}

function progressLine({ profiles, posts, anew }: Summary): string {
  return `${formatCount(profiles)} profiles and ${formatCount(posts)} posts looked at, ${formatCount(anew)} enriched anew`
}

function summaryLine(summary: Summary): string {
  return summary.anew === 0
    ? `All ${formatCount(summary.profiles)} profiles and ${formatCount(summary.posts)} posts are up to date.`
    : `${progressLine(summary)}.`
}
