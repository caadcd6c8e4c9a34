import type { ImportFormat } from '../import-format.ts'
import { recogniseHeader } from '../recognise.ts'
import { interactionOfRow } from '../rows/interaction-row.ts'
import { columnIndex, tableReader } from '../rows/table.ts'

const names: Readonly<Record<string, string>> = {
  from: 'from_id',
  to: 'to_id',
  type: 'type',
  post: 'post_id',
  created_at: 'created_at'
}

export default {
  name: 'sample-interactions',
  summary: 'Interactions of the sample corpus: CSV with from_id, to_id, type, post_id, created_at',
  records: 'csv',
  recognise: records => recogniseHeader(records, Object.values(names)),
  reader: options =>
    tableReader(header => {
      const index = new Map(Object.entries(names).map(([field, name]) => [field, columnIndex(header, name)]))
      return (row, sink) => sink.interaction(interactionOfRow(field => row[index.get(field) ?? -1], options))
    })
} satisfies ImportFormat
