/** Called with each record, or each piece that is none, and the number (from 1) of the line where it starts. */
export type RecordTaker = {
  take(record: string, line: number): void
  refuse(text: string, line: number, reason: string): void
}

/** Text goes in as it arrives, records come out before `push` returns; `end` gives the last one. */
export type RecordSplitter = { push(text: string): void; end(): void }
