import type { ImportFormat } from '../import-format.ts'
import { recogniseHeader } from '../recognise.ts'
import { accountOfRow } from '../rows/profile-row.ts'
import { columnIndex, headerOf, tableReader } from '../rows/table.ts'

const names: Readonly<Record<string, string>> = { id: 'id', handle: 'screen_name', name: 'name' }

export default {
  name: 'sample-mentioned-accounts',
  summary: 'Accounts of which only the name is known: CSV with exactly id, screen_name, name',
  records: 'csv',
  recognise: records => (headerOf(records[0] ?? '').length === 3 ? recogniseHeader(records, Object.values(names)) : 0),
  reader: options =>
    tableReader(header => {
      const index = new Map(Object.entries(names).map(([field, name]) => [field, columnIndex(header, name)]))
      return (row, sink) => sink.account(accountOfRow(field => row[index.get(field) ?? -1], options))
    })
} satisfies ImportFormat
