import { textOf } from '../values/cells.ts'

/** The name of the posting client: `source` is a link around it in API v1.1, the name itself in v2. */
export function clientName(source: unknown): string | null {
  const text = textOf(source)
  const start = text?.startsWith('<a ') ? text.indexOf('>') + 1 : 0
  if (!text || start === 0) return text
  const end = text.indexOf('<', start)
  return textOf(text.slice(start, end < 0 ? undefined : end).replaceAll('&amp;', '&'))
}
