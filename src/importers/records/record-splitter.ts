import { splitCsv } from './split-csv.ts'
import { splitJson } from './split-json.ts'
import { splitLines } from './split-lines.ts'

/** Lines; CSV records, which may span lines; or JSON values: JSON lines, elements of an array, one value after another. */
export type RecordKind = 'lines' | 'csv' | 'json'

/** Called with each record, or each piece that is none, and the number (from 1) of the line where it starts. */
export type RecordTaker = {
  take(record: string, line: number): void
  refuse(text: string, line: number, reason: string): void
}

/** Text goes in as it arrives, records come out before `push` returns; `end` gives the last one. */
export type RecordSplitter = { push(text: string): void; end(): void }

const splitters: Record<RecordKind, (taker: RecordTaker) => RecordSplitter> = {
  lines: splitLines,
  csv: splitCsv,
  json: splitJson
}

export function recordSplitter(kind: RecordKind, taker: RecordTaker): RecordSplitter {
  return splitters[kind](taker)
}
