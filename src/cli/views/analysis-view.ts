import { type Static, Type } from 'typebox'
import { csvText } from '../../http/csv-text.ts'
import { parse } from '../../parse.ts'
import { bar } from '../text/bar-list.ts'
import { formatCount } from '../text/figures.ts'
import { printable } from '../text/printable.ts'
import { table } from '../text/table.ts'
import { timeChart } from '../text/time-chart.ts'
import { countOf } from '../text/words.ts'
import type { View } from './view.ts'

const Counts = { interactions: Type.Integer(), unique_authors: Type.Integer() }
const Row = Type.Object({
  key: Type.Union([Type.String(), Type.Integer()]),
  ...Counts,
  child: Type.Optional(Type.Unknown())
})
const Block = Type.Object({
  analysis_type: Type.String(),
  parameters: Type.Object({
    target: Type.Optional(Type.String()),
    interval: Type.Optional(Type.String()),
    span: Type.Optional(Type.Integer())
  }),
  results: Type.Array(Row),
  redacted: Type.Boolean()
})
type Block = Static<typeof Block>

/** The result of an analysis, as far as it is shown. */
export const AnalysisAnswer = Type.Object({ ...Counts, analysis: Block, approximate: Type.Optional(Type.Boolean()) })
export type AnalysisAnswer = Static<typeof AnalysisAnswer>

const childRows = 5
const heldBack = 'Held back: too few authors to describe.'

/** An analysis for a person: a table with bars for the values of a target, children indented; a chart over time. */
export function analysisView(
  { interactions, unique_authors, analysis, approximate }: AnalysisAnswer,
  view: View
): string[] {
  if (analysis.redacted) return [heldBack]
  const roughly = approximate ? 'about ' : ''
  const total = `${countOf(interactions, 'interaction')} by ${roughly}${countOf(unique_authors, 'author')}`
  return [view.dim(total), '', ...blockLines(analysis, view, interactions)]
}

function blockLines(block: Block, view: View, total: number): string[] {
  if (block.redacted) return [view.dim(heldBack)]
  if (block.results.length === 0) return [view.dim('Nothing that enough authors share.')]
  if (block.analysis_type === 'timeSeries') return timeChart(bucketsOf(block), stepSeconds(block))
  return frequencyLines(block, view, total)
}

function frequencyLines(block: Block, view: View, total: number): string[] {
  const shown = block.results.slice(0, view.limit)
  const columns = [
    { title: block.parameters.target ?? '', maxWidth: 36 },
    { title: '' },
    { title: 'interactions', align: 'right' },
    { title: 'authors', align: 'right' }
  ] as const
  const rows = shown.map(({ key, interactions, unique_authors }) => [
    printable(String(key)),
    bar(interactions / Math.max(1, total), 20),
    formatCount(interactions),
    formatCount(unique_authors)
  ])
  const [head = '', ...lines] = table(columns, rows, view.bold)
  const more = block.results.length - shown.length
  return [
    head,
    ...lines.flatMap((line, index) => [line, ...childLines(shown[index], view)]),
    ...(more > 0 ? [view.dim(`and ${more} more`)] : [])
  ]
}

function childLines(row: Static<typeof Row> | undefined, view: View): string[] {
  if (row?.child === undefined) return []
  const inner = { ...view, width: view.width - 4, limit: Math.min(view.limit, childRows) }
  return blockLines(parse(Block, row.child), inner, row.interactions).map(line => (line === '' ? '' : `    ${line}`))
}

const secondsOf: Readonly<Record<string, number>> = {
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_678_400
}

function stepSeconds({ parameters }: Block): number {
  return (secondsOf[parameters.interval ?? ''] ?? 86_400) * (parameters.span ?? 1)
}

function bucketsOf({ results }: Block) {
  return results.map(({ key, interactions, unique_authors }) => ({
    time: Number(key),
    count: interactions,
    people: unique_authors
  }))
}

/** An analysis as CSV, RFC 4180: a column for each level's value, then the counts; a row stands before its children. */
export function analysisCsv({ analysis }: AnalysisAnswer): string {
  const levels = levelsOf(analysis)
  const rows = [...csvRows(analysis, [])].map(({ keys, counts }) => [
    ...levels.map((_, level) => keys[level] ?? ''),
    ...counts
  ])
  return csvText([[...levels, 'interactions', 'unique_authors'], ...rows])
}

function levelsOf(block: Block): string[] {
  const child = block.results.find(row => row.child !== undefined)?.child
  const name = block.parameters.target ?? 'time'
  return [name, ...(child === undefined ? [] : levelsOf(parse(Block, child)))]
}

type CsvRow = { readonly keys: readonly string[]; readonly counts: readonly number[] }

function* csvRows(block: Block, above: readonly string[]): Generator<CsvRow> {
  for (const { key, interactions, unique_authors, child } of block.results) {
    const text = block.analysis_type === 'timeSeries' ? new Date(Number(key) * 1000).toISOString() : String(key)
    const keys = [...above, text]
    yield { keys, counts: [interactions, unique_authors] }
    if (child !== undefined) yield* csvRows(parse(Block, child), keys)
  }
}
