const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0'
}

/** A text with its backslashes, quotes, tabs, line ends and NULs escaped, as literals and TabSeparated fields take it. */
export function escaped(text: string): string {
  return text.replace(/[\\'\t\n\r\0]/g, character => escapes[character] ?? character)
}

/** A ClickHouse string literal. */
export function sqlString(text: string): string {
  return `'${escaped(text)}'`
}

/** A value as ClickHouse reads it for a `{name:Type}` placeholder, as @clickhouse/client writes it into a URL. */
export function parameterText(value: unknown): string {
  return typeof value === 'string' ? escaped(value) : nestedText(value)
}

function nestedText(value: unknown): string {
  if (typeof value === 'string') return sqlString(value)
  if (Array.isArray(value)) return `[${value.map(nestedText).join(',')}]`
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) return String(value)
  throw new TypeError(`a bound value is a text, a finite number, a boolean or an array of them, not ${String(value)}`)
}
