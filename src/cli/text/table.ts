import { displayWidth, fit, pad } from './printable.ts'

export type Column = {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Longer values are cut. */
  readonly maxWidth?: number
}

/** How a heading is set apart: bold on a terminal, nothing elsewhere. */
export type Emphasis = (text: string) => string

/** Aligned columns, two spaces apart, a long title over two lines. The lines have no trailing spaces. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], emphasis: Emphasis): string[] {
  const titles = columns.map(column => titleLines(column.title))
  const height = Math.max(...titles.map(lines => lines.length))
  const cells = rows.map(row => columns.map((column, index) => fit(row[index] ?? '', column.maxWidth ?? 60)))
  const widths = columns.map((_, index) =>
    Math.max(...[...(titles[index] ?? []), ...cells.map(row => row[index] ?? '')].map(displayWidth))
  )
  const line = (texts: readonly string[]) =>
    columns
      .map((column, index) => pad(texts[index] ?? '', widths[index] ?? 0, column.align))
      .join('  ')
      .trimEnd()
  const head = Array.from({ length: height }, (_, level) =>
    emphasis(line(titles.map(lines => lines[level - (height - lines.length)] ?? '')))
  )
  return [...(titles.some(lines => lines.join('') !== '') ? head : []), ...cells.map(line)]
}

/** A title of two or more words and more than 11 letters is broken where its halves are most alike. */
function titleLines(title: string): string[] {
  const words = title.split(' ')
  if (title.length <= 11 || words.length < 2) return [title]
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
  const longest = (lines: readonly string[]) => Math.max(...lines.map(line => line.length))
  return breaks.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best))
}
