import type { RecordSplitter, RecordTaker } from './record-taker.ts'
import { splitCsv } from './split-csv.ts'
import { splitJson } from './split-json.ts'
import { splitLines } from './split-lines.ts'

/** Lines; CSV records, which may span lines; or JSON values: JSON lines, elements of an array, one value after another. */
export type RecordKind = 'lines' | 'csv' | 'json'

const splitters: Record<RecordKind, (taker: RecordTaker) => RecordSplitter> = {
  lines: splitLines,
  csv: splitCsv,
  json: splitJson
}

export function recordSplitter(kind: RecordKind, taker: RecordTaker): RecordSplitter {
  return splitters[kind](taker)
}
