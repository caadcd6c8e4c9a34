const delimiters = [',', '\t', ';', '|']

/** The character that separates the fields of a header line: the one it has most of. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counts = delimiters.map(delimiter => bare.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The fields of one CSV record that splitCsv found to be well formed (RFC 4180). */
export function csvFields(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter)
  const fields: string[] = []
  let at = 0
  while (at <= record.length) {
    const end = fieldEnd(record, at, delimiter)
    const field = record.slice(at, end)
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    at = end + 1
  }
  return fields
}

function fieldEnd(record: string, start: number, delimiter: string): number {
  let from = start
  if (record[start] === '"') {
    let quote = record.indexOf('"', start + 1)
    while (quote >= 0 && record[quote + 1] === '"') quote = record.indexOf('"', quote + 2)
    if (quote < 0) return record.length // Not well formed: seen only while a format is looked for.
    from = quote + 1
  }
  const end = record.indexOf(delimiter, from)
  return end < 0 ? record.length : end
}
