import { InvalidRequest } from '../../errors.ts'
import type { ReadRecord } from '../import-format.ts'
import { csvFields, delimiterOf } from '../records/csv-fields.ts'
import { UnreadableRecord } from '../unreadable-record.ts'

/** The column names of a header line. */
export function headerOf(record: string): string[] {
  return csvFields(record, delimiterOf(record)).map(name => name.trim())
}

/**
 * A reader of a table with a header line. `prepare` sees the header once and gives what reads a row; a row with another
 * number of fields is rejected.
 */
export function tableReader(
  prepare: (header: readonly string[]) => (row: readonly string[], sink: Parameters<ReadRecord>[1]) => void
): ReadRecord {
  let delimiter = ','
  let columns = 0
  let readRow: ReturnType<typeof prepare> | undefined
  return (record, sink) => {
    if (!readRow) {
      delimiter = delimiterOf(record)
      const header = headerOf(record)
      columns = header.length
      readRow = prepare(header)
      sink.skip()
      return
    }
    const row = csvFields(record, delimiter)
    if (row.length !== columns) throw new UnreadableRecord(`${row.length} fields under ${columns} column names`)
    readRow(row, sink)
  }
}

/** Where a column stands; throws InvalidRequest when there is none of that name. */
export function columnIndex(header: readonly string[], name: string): number {
  const index = header.indexOf(name)
  if (index < 0) throw new InvalidRequest(`There is no column "${name}"; the file has ${header.join(', ')}.`)
  return index
}
