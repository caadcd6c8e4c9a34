import type { ImportFormat } from '../import-format.ts'
import { recogniseHeader } from '../recognise.ts'
import { putFollow } from '../rows/put-follow.ts'
import { columnIndex, tableReader } from '../rows/table.ts'

export default {
  name: 'sample-follows',
  summary: 'Follows of the sample corpus: CSV with from_id, to_id (from follows to); ids may be bare',
  records: 'csv',
  recognise: records => recogniseHeader(records, ['from_id', 'to_id'], ['type']),
  reader: options =>
    tableReader(header => {
      const from = columnIndex(header, 'from_id')
      const to = columnIndex(header, 'to_id')
      return (row, sink) => putFollow(sink, row[from], row[to], options.service)
    })
} satisfies ImportFormat
