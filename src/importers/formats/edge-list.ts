import { readIdReference, type Service, services } from '../../model/ids.ts'
import type { ImportFormat, ImportOptions } from '../import-format.ts'
import { putFollow } from '../rows/put-follow.ts'
import { UnreadableRecord } from '../unreadable-record.ts'

const followerNames = ['follower', 'follower_id', 'from', 'from_id', 'source', 'source_id', 'src']
const followeeNames = [
  'followee',
  'followed',
  'followee_id',
  'followed_id',
  'to',
  'to_id',
  'target',
  'target_id',
  'dst'
]

export default {
  name: 'edge-list',
  summary: 'Two columns, follower and followed account, apart by comma, tab, semicolon or blank; a header is optional',
  records: 'lines',
  recognise: (records, options) => {
    const [first, ...rest] = records.filter(record => !isComment(record))
    if (first === undefined) return 0
    const isRow = (record: string) => isEdge(cellsOf(record), options.service)
    const rows = isRow(first) ? [first, ...rest] : columnsOf(first) ? rest : []
    const sure = rows.length === 0 ? 0 : (0.8 * rows.filter(isRow).length) / rows.length
    return saysFollows(first) ? Math.max(sure, 0.55) : sure
  },
  reader: options => edgeReader(options)
} satisfies ImportFormat

function edgeReader(options: ImportOptions) {
  let separator: string | undefined
  let columns = { follower: 0, followee: 1 }
  const reader: ReturnType<ImportFormat['reader']> = (record, sink) => {
    if (isComment(record)) return sink.skip()
    if (separator === undefined) {
      separator = separatorOf(record)
      const named = columnsOf(record)
      columns = named ?? columns
      if (named || !isEdge(cellsOf(record), options.service)) return sink.skip()
    }
    const cells = separator === ' ' ? record.trim().split(/\s+/) : record.split(separator)
    if (cells.length < 2) throw new UnreadableRecord('no two columns')
    putFollow(sink, bare(cells[columns.follower]), bare(cells[columns.followee]), options.service)
  }
  return reader
}

function isComment(record: string): boolean {
  return record.startsWith('#') || record.startsWith('%')
}

/** A comma, tab or semicolon, else white space. */
function separatorOf(record: string): string {
  return [',', '\t', ';'].find(separator => record.includes(separator)) ?? ' '
}

function cellsOf(record: string): string[] {
  const separator = separatorOf(record)
  return (separator === ' ' ? record.trim().split(/\s+/) : record.split(separator)).map(cell => bare(cell) ?? '')
}

function bare(cell: string | undefined): string | undefined {
  const text = cell?.trim()
  return text?.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

/** Which column is which, by the names in a header line. */
function columnsOf(record: string): { follower: number; followee: number } | undefined {
  const names = cellsOf(record).map(name => name.toLowerCase())
  const follower = names.findIndex(name => followerNames.includes(name))
  const followee = names.findIndex(name => followeeNames.includes(name))
  return follower >= 0 && followee >= 0 ? { follower, followee } : undefined
}

/** Two columns whose names leave no doubt: what is wrong with the rows below is then told row by row. */
function saysFollows(record: string): boolean {
  const names = cellsOf(record).map(name => name.toLowerCase())
  return names.length === 2 && columnsOf(record) !== undefined && names.every(name => name.startsWith('follow'))
}

function isEdge(cells: readonly string[], service: Service): boolean {
  const isId = (text = '') => services[service].native.test(text) || readIdReference(text).kind === 'id'
  return cells.length <= 4 && isId(cells[0]) && isId(cells[1])
}
