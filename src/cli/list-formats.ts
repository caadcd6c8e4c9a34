import type { Session } from './session.ts'
import { wrapWords } from './text/words.ts'

/** Shows the formats that files are read as, and the fields that `--columns` can name. */
export async function listFormats({ terminal }: Session, isJson: boolean): Promise<void> {
  const { importFormats } = await import('../importers/import-formats.ts') // Reads a folder: only when it is asked for.
  const { mappedFields } = await import('../importers/rows/mapped-row.ts')
  const formats = [...importFormats.values()].map(({ name, summary }) => ({ name, summary }))
  if (isJson) return terminal.print(JSON.stringify({ formats, columns: mappedFields }))
  const entry = (name: string, text: string) => {
    terminal.print(terminal.bold(name))
    for (const line of wrapWords(text, Math.min(terminal.width, 110) - 2)) terminal.print(`  ${line}`)
  }
  for (const { name, summary } of formats) entry(name, summary)
  terminal.print('\nFields that --columns can name, by what the rows then are:\n')
  for (const { rows, fields } of mappedFields) entry(rows, fields.join(', '))
}
