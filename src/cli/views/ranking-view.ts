import type { JsonObject } from '../../json-object.ts'
import { formatColumn, formatShare } from '../text/figures.ts'
import { displayWidth, printable } from '../text/printable.ts'
import { type Column, table } from '../text/table.ts'
import { countOf, toHeading, toWords } from '../text/words.ts'
import { type Ranking, textAt } from './result-shapes.ts'
import type { View } from './view.ts'

const described = new Set(['id', 'displayName', 'handle', 'image', 'summary', 'rank', 'totalItems', 'items'])

/** A ranking as a table: rank, name, handle, then the figures that say why, as many as the terminal is wide. */
export function rankingView(name: string, ranking: Ranking, view: View): string[] {
  const items = ranking.items.slice(0, view.limit)
  const title = view.bold(printable(textAt(ranking, 'displayName') || toHeading(name)))
  if (items.length === 0) return [title, view.dim('nothing to list')]
  if (!items.some(item => 'rank' in item)) return [title, membersLine(ranking, view)]
  const measures = measuresOf(items)
  let lines = rankingTable(items, measures, view)
  while (measures.length > 1 && Math.max(...lines.map(displayWidth)) > view.width) {
    measures.pop()
    lines = rankingTable(items, measures, view)
  }
  return [title, ...lines, ...remainder(ranking, items.length, view)]
}

/** Names of the figures that are not zero everywhere, in the order in which the result has them. */
function measuresOf(items: readonly JsonObject[]): string[] {
  const names = new Set(items.flatMap(item => Object.keys(item).filter(name => typeof item[name] === 'number')))
  return [...names].filter(name => !described.has(name) && items.some(item => item[name] !== 0))
}

function rankingTable(items: readonly JsonObject[], measures: readonly string[], view: View): string[] {
  const hasHandles = items.some(item => textAt(item, 'handle') !== '')
  const columns: Column[] = [
    { title: 'rank', align: 'right' },
    { title: 'name', maxWidth: items.some(isNamed) ? 40 : 72 },
    ...(hasHandles ? [{ title: 'handle', maxWidth: 22 }] : []),
    ...measures.map(measure => ({ title: toWords(measure), align: 'right' as const }))
  ]
  const figures = measures.map(measure => figuresOf(measure, items))
  const rows = items.map((item, index) => [
    textAt(item, 'rank') || String(index + 1),
    nameOf(item, view.names),
    ...(hasHandles ? [handleOf(item)] : []),
    ...figures.map(column => column[index] ?? '')
  ])
  return table(columns, rows, view.dim)
}

/** A list that ranks nobody, such as the audience itself: the first names and how many there are. */
function membersLine(list: Ranking, view: View): string {
  const shown = list.items.slice(0, 5)
  const names = shown.map(item => nameOf(item)).join(', ')
  const others = (typeof list.totalItems === 'number' ? list.totalItems : list.items.length) - shown.length
  return others > 0 ? `${names} ${view.dim(`and ${countOf(others, 'other')}`)}` : names
}

/** One ranking per line, its first names side by side. */
export function rankingOfRankingsView(name: string, rankings: Ranking, view: View): string[] {
  const title = view.bold(printable(textAt(rankings, 'displayName') || toHeading(name)))
  const filled = (rankings.items as readonly Ranking[]).filter(ranking => ranking.items.length > 0) // isRankingOfRankings
  const rows = filled
    .slice(0, view.limit)
    .map(ranking => [nameOf(ranking), ranking.items.slice(0, 4).map(shortNameOf).join(', ')])
  if (rows.length === 0) return [title, view.dim('nothing to list')]
  const lines = table([{ title: '' }, { title: '', maxWidth: 76 }], rows, view.dim)
  return [
    title,
    ...lines,
    ...(filled.length > rows.length ? [view.dim(`and ${filled.length - rows.length} more`)] : [])
  ]
}

function remainder(ranking: Ranking, shown: number, view: View): string[] {
  const total = typeof ranking.totalItems === 'number' ? Math.max(ranking.totalItems, ranking.items.length) : shown
  return total > shown ? [view.dim(`${shown} of ${countOf(total, 'entry', 'entries')}`)] : []
}

function isNamed(item: JsonObject): boolean {
  return textAt(item, 'displayName') !== '' || textAt(item, 'id') !== ''
}

/** What the item is called; one without a name is what its texts say, such as the two accounts of an overlap. */
function nameOf(item: JsonObject, names?: View['names']): string {
  const texts = Object.values(item).filter(value => typeof value === 'string')
  const name = textAt(item, 'displayName') || textAt(item, 'id')
  return printable(name || texts.map(text => names?.get(text) ?? text).join(', '))
}

function shortNameOf(item: JsonObject): string {
  return handleOf(item) || nameOf(item)
}

function handleOf(item: JsonObject): string {
  const handle = printable(textAt(item, 'handle'))
  return handle && !handle.startsWith('@') ? `@${handle}` : handle
}

function figuresOf(measure: string, items: readonly JsonObject[]): string[] {
  const values = items.map(item => item[measure]).map(value => (typeof value === 'number' ? value : undefined))
  const isShare = measure === 'share' || measure.startsWith('share_of_') // shares_in_audience counts what was shared.
  if (!isShare) return formatColumn(values)
  return values.map(value => (value === undefined ? '' : formatShare(value)))
}
