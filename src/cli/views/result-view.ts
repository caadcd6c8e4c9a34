import { barList } from '../text/bar-list.ts'
import { formatCount, formatFigure } from '../text/figures.ts'
import { pad, printable } from '../text/printable.ts'
import { countOf, toHeading, toWords } from '../text/words.ts'
import { profileView } from './profile-view.ts'
import { rankingOfRankingsView, rankingView } from './ranking-view.ts'
import {
  isMembers,
  isProfile,
  isRanking,
  isRankingOfRankings,
  isShares,
  type Members,
  memberAt,
  textAt
} from './result-shapes.ts'
import type { View } from './view.ts'

/**
 * A result for a person: rankings as tables, aggregations as bars, profiles as cards, single figures side by side. It goes by
 * the shapes it meets and knows no job, so a new job type needs nothing here.
 */
export function resultView(result: unknown, view: View): string[] {
  if (!isMembers(result)) return [JSON.stringify(result)]
  const blocks = blocksOf(result, view, 0)
  return [...aboutLines(result, view), ...blocks.flatMap(block => ['', ...block])]
}

/** Who was asked about and what was missing, from `_metadata`. */
function aboutLines(result: Members, view: View): string[] {
  const metadata = memberAt(result, '_metadata')
  const asked = memberAt(metadata, 'requested_size')
  const missing = memberAt(metadata, 'missing')
  const size = memberAt(metadata, 'audience_size')
  const parts = [
    textAt(metadata, 'job'),
    typeof asked === 'number' ? `about ${countOf(asked, 'id')}` : '',
    typeof size === 'number' ? `audience of ${formatCount(size)}` : '',
    Array.isArray(missing) && missing.length > 0 ? `${countOf(missing.length, 'id')} not in the corpus` : ''
  ]
  return [view.dim(parts.filter(Boolean).join(', '))]
}

// Shown in a heading, or of no use to a person.
const named = new Set(['id', 'displayName', 'name', 'timestamp'])

function blocksOf(members: Members, view: View, depth: number): string[][] {
  const shown = Object.entries(members).filter(([name]) => !name.startsWith('_') && !name.startsWith('$'))
  const figures = shown.filter(([name, value]) => isFigure(value) && !named.has(name))
  const blocks = shown
    .filter(([, value]) => !isFigure(value))
    .map(([name, value]) => blockOf(name, value, members, view, depth))
  return [...(figures.length > 0 ? [figureLines(figures, view)] : []), ...blocks].filter(block => block.length > 0)
}

function blockOf(name: string, value: unknown, within: Members, view: View, depth: number): string[] {
  if (isProfile(value)) return profileView(value, view)
  if (isRankingOfRankings(value)) return rankingOfRankingsView(name, value, view)
  if (isRanking(value)) return rankingView(name, value, view)
  if (isShares(value)) return sharesView(name, value, memberAt(within, '_coverage', name), view)
  if (Array.isArray(value)) return listView(name, value, view)
  if (!isMembers(value) || depth > 3) return []
  const inner = blocksOf(value, view, depth + 1).flatMap((block, index) => (index === 0 ? block : ['', ...block]))
  return inner.length === 0
    ? []
    : [view.bold(headingOf(name, value)), ...inner.map(line => (line === '' ? '' : `  ${line}`))]
}

/** Bars, with the number of people they are based on; what was held back for privacy says so. */
function sharesView(name: string, shares: Record<string, number>, coverage: unknown, view: View): string[] {
  const basis = memberAt(coverage, 'n')
  const of = memberAt(coverage, 'of')
  const known =
    typeof basis === 'number' && typeof of === 'number' ? `known for ${formatCount(basis)} of ${formatCount(of)}` : ''
  const heading = [view.bold(toHeading(name)), view.dim(known)].filter(Boolean).join('  ')
  if (memberAt(coverage, 'redacted') === true && Object.keys(shares).length === 0) {
    return [heading, view.dim('held back: too few people to describe without pointing at them')]
  }
  if (Object.keys(shares).length === 0) return [heading, view.dim('nothing is known')]
  return [heading, ...barList(shares, view.limit)]
}

function listView(name: string, items: readonly unknown[], view: View): string[] {
  if (items.length === 0) return []
  if (items.every(isProfile)) return items.flatMap(item => ['', ...profileView(item, view)]).slice(1)
  if (items.every(isMembers)) {
    return rankingView(name, { totalItems: items.length, items }, view)
  }
  const texts = items
    .slice(0, view.limit)
    .map(item => printable(typeof item === 'object' ? JSON.stringify(item) : String(item)))
  return [`${view.bold(toHeading(name))}  ${texts.join(', ')}`]
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
function headingOf(name: string, value: Members): string {
  const label = textAt(value, 'displayName') || textAt(value, 'name')
  if (name.includes(':')) return label ? `${printable(label)}  ${name}` : name
  return toHeading(name)
}
