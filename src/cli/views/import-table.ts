import type { ImportAnswer } from '../import-file.ts'
import { formatCount, formatDuration } from '../text/figures.ts'
import { displayWidth, fitPath, printable } from '../text/printable.ts'
import { type Emphasis, table } from '../text/table.ts'

/** How one file fared: what the server says about it, or why it could not be read. */
export type FileReport = { readonly file: string; readonly summary?: ImportAnswer; readonly error?: string }

const kinds = ['profiles', 'accounts', 'follows', 'posts', 'interactions'] as const

/** Paths are not cut below this, in columns, however narrow the terminal is. */
const leastPathWidth = 18

/** One line a file, and one for all of several; a column for each kind of record that came in. */
export function importTable(reports: readonly FileReport[], width: number, emphasis: Emphasis): string[] {
  const whole = tableOf(reports, width, emphasis)
  const tooWide = Math.max(...whole.map(displayWidth)) - width
  if (tooWide <= 0) return whole
  const longest = Math.max(...reports.map(({ file }) => displayWidth(printable(file))))
  return tableOf(reports, Math.max(leastPathWidth, Math.min(longest, width) - tooWide), emphasis)
}

function tableOf(reports: readonly FileReport[], nameWidth: number, emphasis: Emphasis): string[] {
  const summaries = reports.flatMap(({ summary }) => summary ?? [])
  const shown = kinds.filter(kind => summaries.some(({ counts }) => counts[kind] > 0))
  const hasRejects = summaries.some(({ rejected }) => rejected > 0)
  const right = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: 'file', maxWidth: nameWidth },
    { title: 'format' },
    ...['records', ...shown, ...(hasRejects ? ['rejected'] : []), 'took'].map(right)
  ]
  const figures = (of: readonly ImportAnswer[]) => {
    const sum = (figure: (summary: ImportAnswer) => number) => of.reduce((total, summary) => total + figure(summary), 0)
    return [
      formatCount(sum(({ records }) => records)),
      ...shown.map(kind => formatCount(sum(({ counts }) => counts[kind]))),
      ...(hasRejects ? [formatCount(sum(({ rejected }) => rejected))] : []),
      formatDuration(sum(({ seconds }) => seconds) * 1000)
    ]
  }
  const rows = reports.map(({ file, summary }) => [
    fitPath(printable(file), nameWidth),
    ...(summary ? [summary.format, ...figures([summary])] : ['failed'])
  ])
  const total = summaries.length > 1 ? [['all', '', ...figures(summaries)]] : []
  return table(columns, [...rows, ...total], emphasis)
}
