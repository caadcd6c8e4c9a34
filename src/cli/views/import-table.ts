import type { ImportAnswer } from '../import-file.ts'
import { formatCount, formatDuration } from '../text/figures.ts'
import { displayWidth, fitPath, printable } from '../text/printable.ts'
import { type Emphasis, table } from '../text/table.ts'

/** How one file fared: what the server says about it, or why it could not be read. */
export type FileReport = { readonly file: string; readonly summary?: ImportAnswer; readonly error?: string }

const kinds = ['profiles', 'accounts', 'follows', 'posts', 'interactions'] as const

/** Paths give way down to the first of these widths, then the format's name is left out, then they give way to the second. */
const pathWidths = [26, 12]

/** One line a file, and one for all of several; a column for each kind of record that came in. */
export function importTable(reports: readonly FileReport[], width: number, emphasis: Emphasis): string[] {
  const longest = Math.max(...reports.map(({ file }) => displayWidth(printable(file))))
  const excess = (lines: readonly string[]) => Math.max(...lines.map(displayWidth)) - width
  let lines = tableOf(reports, { path: longest, hasFormat: true }, emphasis)
  for (const [index, least] of pathWidths.entries()) {
    if (excess(lines) <= 0) break
    const shape = { path: longest, hasFormat: index === 0 }
    const path = Math.max(least, longest - Math.max(0, excess(tableOf(reports, shape, emphasis))))
    lines = tableOf(reports, { ...shape, path }, emphasis)
  }
  return lines
}

type Shape = { readonly path: number; readonly hasFormat: boolean }

function tableOf(reports: readonly FileReport[], { path, hasFormat }: Shape, emphasis: Emphasis): string[] {
  const summaries = reports.flatMap(({ summary }) => summary ?? [])
  const shown = kinds.filter(kind => summaries.some(({ counts }) => counts[kind] > 0))
  const hasRejects = summaries.some(({ rejected }) => rejected > 0)
  const right = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: 'file', maxWidth: path },
    ...(hasFormat ? [{ title: 'format' }] : []),
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
    fitPath(printable(file), path),
    ...(hasFormat || !summary ? [summary?.format ?? 'failed'] : []),
    ...(summary ? figures([summary]) : [])
  ])
  const total = summaries.length > 1 ? [['all', ...(hasFormat ? [''] : []), ...figures(summaries)]] : []
  return table(columns, [...rows, ...total], emphasis)
}
