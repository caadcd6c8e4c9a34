/** Rows of a CSV text with a header line, by column; quoted fields may hold commas, line feeds and doubled quotes. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = fields(text)
  return rows.map(row => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])))
}

function fields(text: string) {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}
