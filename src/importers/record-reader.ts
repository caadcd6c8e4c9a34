import type { ImportFormat, ImportOptions, ImportSink } from './import-format.ts'
import { refusedLimit } from './records/record-limits.ts'
import { recordSplitter } from './records/record-splitter.ts'
import type { RecordSplitter } from './records/record-taker.ts'
import { damageMark } from './source/decode-utf8.ts'
import { UnreadableRecord } from './unreadable-record.ts'

export type ImportReject = {
  /** From 1, headers included. */
  readonly record: number
  /** Of the line where it starts, from 1. */
  readonly line: number
  readonly reason: string
  /** The record, or the beginning of a long one. */
  readonly text: string
}

export type RecordReader = RecordSplitter & {
  /** Records so far, those that were skipped and rejected ones included. */
  readonly records: number
  readonly rejects: number
  /** Keeps the current record, or something in it, as rejected. */
  reject(reason: string): void
}

type Setup = {
  readonly options: ImportOptions
  /** Records that an earlier run has stored. */
  readonly resumedRecords: number
  readonly sink: ImportSink
  readonly hasDamage: () => boolean
  readonly onReject?: (reject: ImportReject) => void
}

const ignored: ImportSink = {
  profile() {},
  account() {},
  follow() {},
  post() {},
  interaction() {},
  reject() {},
  skip() {},
  warn() {}
}

/** Text in, rows out: splits it into records, passes over those of an earlier run, and counts what is rejected. */
export function recordReader(format: ImportFormat, setup: Setup): RecordReader {
  const read = format.reader(setup.options)
  let records = 0
  let rejects = 0
  let current = { text: '', line: 0 }
  const reject = (reason: string) => {
    rejects += 1
    setup.onReject?.({
      record: records,
      line: current.line,
      text: beginningOf(current.text),
      reason: beginningOf(reason)
    })
  }

  const splitter = recordSplitter(format.records, {
    take(text, line) {
      records += 1
      const isResumed = records <= setup.resumedRecords
      if (isResumed && records > 1) return
      current = { text, line }
      try {
        if (setup.hasDamage() && text.includes(damageMark))
          throw new UnreadableRecord('it holds bytes that are not UTF-8')
        read(text, isResumed ? { ...ignored, skip: setup.sink.skip } : setup.sink)
      } catch (error) {
        if (!(error instanceof UnreadableRecord)) throw error
        if (!isResumed) reject(error.message)
      }
    },
    refuse(text, line, reason) {
      records += 1
      current = { text, line }
      if (records > setup.resumedRecords) reject(reason)
    }
  })

  return {
    push: splitter.push,
    end: splitter.end,
    reject,
    get records() {
      return records
    },
    get rejects() {
      return rejects
    }
  }
}

/** A copy: a mere slice would keep the whole record in memory. */
function beginningOf(text: string): string {
  if (text.length <= refusedLimit) return text
  return Buffer.from(text.slice(0, refusedLimit), 'utf16le').toString('utf16le')
}

/** Reads the first record into nothing: throws InvalidRequest where the file as a whole does not fit the options. */
export function tryFirstRecord(format: ImportFormat, first: string | undefined, options: ImportOptions): void {
  const read = format.reader(options)
  try {
    if (first !== undefined) read(first, ignored)
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error
  }
}
