import { InvalidRequest } from '../../errors.ts'
import type { ImportFormat } from '../import-format.ts'
import { constantsOf, isConstant } from '../rows/constants.ts'
import { guessColumns } from '../rows/guess-columns.ts'
import { mappedReader } from '../rows/mapped-row.ts'
import { columnIndex, headerOf, tableReader } from '../rows/table.ts'

export default {
  name: 'mapped-csv',
  summary:
    'Any table (CSV, TSV, …) with a header: --columns id=user_id,name=full_name,… says which column is what (type==like: the same for ' +
    'all); without it, usual names are guessed',
  records: 'csv',
  takesColumns: true,
  recognise: (records, { columns }) => {
    const header = headerOf(records[0] ?? '')
    const named = [...columns.values()].filter(column => !isConstant(column))
    if (columns.size > 0) return named.length > 0 && named.every(column => header.includes(column)) ? 0.97 : 0
    return records.length > 0 && guessColumns(header) ? 0.6 : 0
  },
  reader: options => {
    if (options.columns.size > 0) mappedReader([...options.columns.keys()]) // A slip in the fields is told before the file is read.
    return tableReader(header => {
      const columns = options.columns.size > 0 ? options.columns : guessColumns(header)
      if (!columns) throw new InvalidRequest(`Say with --columns which of ${header.join(', ')} is what: id=…,name=….`)
      const put = mappedReader([...columns.keys()])
      const places = [...columns].filter(([, column]) => !isConstant(column))
      const index = new Map(places.map(([field, column]) => [field, columnIndex(header, column)]))
      const constants = constantsOf(columns)
      const isGuess = columns !== options.columns
      return (row, sink) => {
        if (isGuess) sink.warn(guessed(columns))
        put(sink, field => row[index.get(field) ?? -1] ?? constants.get(field), options)
      }
    })
  }
} satisfies ImportFormat

function guessed(columns: ReadonlyMap<string, string>): string {
  const mapping = [...columns].map(([field, column]) => `${field}=${column}`).join(',')
  return `The columns were guessed by their names; to say otherwise, change --columns ${mapping}`
}
