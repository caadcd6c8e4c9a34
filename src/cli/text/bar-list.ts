import { formatShare } from './figures.ts'
import { fit, pad, printable } from './printable.ts'

/**
 * Shares (0–1) as one bar a line, the largest first, ranges of numbers in their own order; what does not fit into `limit` lines
 * is counted in a last one.
 */
export function barList(shares: Readonly<Record<string, number>>, limit: number, barWidth = 24): string[] {
  const areRanges = Object.keys(shares).every(name => /^\d+\s*(?:[-–+]|$)/.test(name))
  const sorted = Object.entries(shares).sort(([a, shareA], [b, shareB]) =>
    areRanges ? Number.parseInt(a, 10) - Number.parseInt(b, 10) : shareB - shareA
  )
  const shown = sorted.slice(0, limit).map(([name, share]) => ({ name: fit(printable(name), 28), share }))
  const nameWidth = Math.max(8, ...shown.map(({ name }) => name.length))
  const lines = shown.map(
    ({ name, share }) => `${pad(name, nameWidth)}  ${bar(share, barWidth)}  ${pad(formatShare(share), 7, 'right')}`
  )
  return sorted.length > limit ? [...lines, `and ${sorted.length - limit} more`] : lines
}

/** A bar of a share of the width, in steps of half a column. */
export function bar(share: number, width: number): string {
  const halves = Math.round(Math.min(1, Math.max(0, share)) * width * 2)
  return pad('━'.repeat(Math.floor(halves / 2)) + (halves % 2 ? '╸' : ''), width)
}
