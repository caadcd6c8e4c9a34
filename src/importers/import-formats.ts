import { fileURLToPath } from 'node:url'
import { InvalidRequest } from '../errors.ts'
import { loadFolder } from '../load-folder.ts'
import type { ImportFormat } from './import-format.ts'

/** Every format there is, by name. */
export const importFormats: ReadonlyMap<string, ImportFormat> = new Map(
  (await loadFolder<ImportFormat>(fileURLToPath(new URL('formats/', import.meta.url)))).map(format => [
    format.name,
    format
  ])
)

/** The format of that name; throws InvalidRequest when there is none, or when it has no use for the columns that are said. */
export function formatNamed(name: string, columns: ReadonlyMap<string, string>): ImportFormat {
  const format = importFormats.get(name)
  if (!format)
    throw new InvalidRequest(`There is no format "${name}"; there is ${[...importFormats.keys()].join(', ')}.`)
  if (columns.size > 0 && !format.takesColumns) {
    throw new InvalidRequest(`${name} knows its columns: leave --columns out, or leave --format out.`)
  }
  return format
}
