import { isObject, type JsonObject } from '../../json-object.ts'
import { barList } from '../text/bar-list.ts'
import { formatCount, formatFigure, formatShare } from '../text/figures.ts'
import { pad, printable } from '../text/printable.ts'
import { countOf, toHeading, toWords } from '../text/words.ts'
import { accountNames } from './account-names.ts'
import { profileView } from './profile-view.ts'
import { rankingOfRankingsView, rankingView } from './ranking-view.ts'
import { isProfile, isRanking, isRankingOfRankings, isShares, memberAt, textAt } from './result-shapes.ts'
import type { View } from './view.ts'

/**
 * A result for a person: rankings as tables, aggregations as bars, profiles as cards, single figures side by side. It goes by
 * the shapes it meets and knows no job, so a new job type needs nothing here.
 */
export function resultView(result: unknown, view: View): string[] {
  if (!isObject(result)) return [JSON.stringify(result)]
  const blocks = blocksOf(result, { names: accountNames(result), ...view }, 0)
  return [...aboutLines(result, view), ...blocks.flatMap(block => ['', ...block])]
}

/** Who was asked about and what was missing, from `_metadata`. */
function aboutLines(result: JsonObject, view: View): string[] {
  const metadata = memberAt(result, '_metadata')
  const asked = memberAt(metadata, 'requested_size')
  const missing = memberAt(metadata, 'missing')
  const size = memberAt(metadata, 'audience_size')
  const parts = [
    textAt(metadata, 'job'),
    typeof asked === 'number' ? `about ${countOf(asked, 'id')}` : '',
    typeof size === 'number' && size !== asked ? `audience of ${formatCount(size)}` : '',
    Array.isArray(missing) && missing.length > 0 ? `${countOf(missing.length, 'id')} not in the corpus` : ''
  ]
  return [view.dim(parts.filter(Boolean).join(', '))]
}

// Shown in a heading, or of no use to a person.
const named = new Set(['id', 'displayName', 'name', 'handle', 'summary', 'image', 'timestamp'])

function blocksOf(members: JsonObject, view: View, depth: number): string[][] {
  const shown = Object.entries(members).filter(([name]) => !name.startsWith('_') && !name.startsWith('$'))
  const figures = shown.filter(([name, value]) => isFigure(value) && !named.has(name))
  const empty = shown.filter(([, value]) => isEmpty(value))
  const blocks = shown
    .filter(([, value]) => !isFigure(value) && !isEmpty(value))
    .map(([name, value]) => blockOf(name, value, members, view, depth))
  return [figureLines(figures, view), ...blocks, emptyLines(empty, members, view)].filter(block => block.length > 0)
}

function blockOf(name: string, value: unknown, within: JsonObject, view: View, depth: number): string[] {
  if (isProfile(value)) return profileView(value, view)
  if (isRankingOfRankings(value)) return rankingOfRankingsView(name, value, view)
  if (isRanking(value)) return rankingView(name, value, view)
  if (isShares(value)) return sharesView(name, value, memberAt(within, '_coverage', name), view)
  if (Array.isArray(value)) return listView(name, value, view, depth)
  return isObject(value) ? nestedView(headingOf(name, value), value, view, depth) : []
}

/** JsonObject of a member, indented below a heading; four levels down there is nothing for a person any more. */
function nestedView(heading: string, members: JsonObject, view: View, depth: number): string[] {
  if (depth > 3) return []
  const blocks = blocksOf(members, { ...view, width: view.width - 2 }, depth + 1)
  const lines = blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))
  return lines.length === 0 ? [] : [view.bold(heading), ...lines.map(line => (line === '' ? '' : `  ${line}`))]
}

/** Bars, with the number of people they are based on. */
function sharesView(name: string, shares: Record<string, number>, coverage: unknown, view: View): string[] {
  const basis = memberAt(coverage, 'n')
  const of = memberAt(coverage, 'of')
  const isKnown = typeof basis === 'number' && typeof of === 'number'
  const known = isKnown ? view.dim(`known for ${formatCount(basis)} of ${formatCount(of)}`) : ''
  const unnamed = memberAt(coverage, 'unnamed')
  const others = typeof unnamed === 'number' ? [view.dim(`others, too few to be named: ${formatShare(unnamed)}`)] : []
  return [[view.bold(toHeading(name)), known].filter(Boolean).join('  '), ...barList(shares, view.limit), ...others]
}

function isEmpty(value: unknown): boolean {
  if (isRanking(value)) return value.items.length === 0
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
}

/** What has nothing to show, in a line for each reason: held back for privacy, or there is none. */
function emptyLines(empty: readonly (readonly [string, unknown])[], within: JsonObject, view: View): string[] {
  const isHeldBack = (name: string) => memberAt(within, '_coverage', name, 'redacted') === true
  const namesOf = (wanted: boolean) =>
    empty
      .filter(([name]) => isHeldBack(name) === wanted)
      .map(([name]) => toWords(name))
      .join(', ')
  const reasons = [
    ['Held back, too few people to describe', namesOf(true)],
    ['Nothing to show', namesOf(false)]
  ] as const
  return reasons.filter(([, names]) => names !== '').map(([reason, names]) => view.dim(`${reason}: ${names}.`))
}

function listView(name: string, items: readonly unknown[], view: View, depth: number): string[] {
  if (items.every(isObject)) {
    const isDeep = items.some(item => Object.values(item).some(isObject))
    if (!isDeep) return rankingView(name, { totalItems: items.length, items }, view)
    const bare = items.filter(isBare)
    const full = bare.length > 1 ? items.filter(item => !isBare(item)) : items
    const blocks = full.map(item => nestedView(nameAndId(item), item, view, depth))
    return [...blocks, ...(bare.length > 1 ? [bareView(name, bare, view)] : [])]
      .flatMap(lines => ['', ...lines])
      .slice(1)
  }
  const texts = items.slice(0, view.limit).map(item => printable(String(item)))
  return [`${view.bold(toHeading(name))}  ${texts.join(', ')}`]
}

/** Whether a member of a list has nothing to show but figures. */
function isBare(item: JsonObject): boolean {
  return Object.entries(item).every(([name, value]) => name.startsWith('_') || !isObject(value) || isEmpty(value))
}

/** JsonObject of a list with nothing but figures, in one table by the first of these, and what all of them lack. */
function bareView(name: string, items: readonly JsonObject[], view: View): string[] {
  const [first = {}] = items
  const figure = Object.keys(first).find(key => typeof first[key] === 'number') ?? ''
  const sorted = items.toSorted((a, b) => Number(b[figure] ?? 0) - Number(a[figure] ?? 0))
  const ranked = sorted.map((item, index) => ({ ...item, rank: index + 1 }))
  const lacking = Object.entries(first).filter(([, value]) => isEmpty(value))
  return [...rankingView(name, { totalItems: items.length, items: ranked }, view), ...emptyLines(lacking, first, view)]
}

function figureLines(figures: readonly (readonly [string, unknown])[], view: View): string[] {
  const width = Math.max(...figures.map(([name]) => toWords(name).length))
  return figures.map(([name, value]) => {
    const text = typeof value === 'number' ? formatFigure(value) : printable(String(value))
    return `${view.dim(pad(toWords(name), width))}  ${text}`
  })
}

function isFigure(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')
}

/** An id stays as it is; a member's name becomes words. */
function headingOf(name: string, value: JsonObject): string {
  return name.includes(':') ? nameAndId({ ...value, id: name }) : toHeading(name)
}

function nameAndId(value: JsonObject): string {
  const name = textAt(value, 'displayName') || textAt(value, 'name')
  return [name, textAt(value, 'id')].map(printable).filter(Boolean).join('  ')
}
