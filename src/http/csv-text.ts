export type Cell = string | number | boolean

/** Lines of cells as CSV, RFC 4180; a cell that is missing is empty. */
export function csvText(lines: readonly (readonly (Cell | undefined)[])[]): string {
  return lines.map(line => `${line.map(cellText).join(',')}\r\n`).join('')
}

// Names and summaries are strangers' words: a spreadsheet must not run them as a formula.
function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
