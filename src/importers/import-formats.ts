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

/** The format of that name; throws InvalidRequest, which lists the names. */
export function formatNamed(name: string): ImportFormat {
  const format = importFormats.get(name)
  if (!format)
    throw new InvalidRequest(`There is no format "${name}"; there is ${[...importFormats.keys()].join(', ')}.`)
  return format
}
