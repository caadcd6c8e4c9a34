import { delimiterOf } from './csv-fields.ts'
import { csvRecordLimit, refusedLimit } from './record-limits.ts'
import type { RecordSplitter, RecordTaker } from './record-taker.ts'

const broken = 'a quote in it is not closed, or is followed by something other than a separator'
const tooLong = `a record longer than ${csvRecordLimit} characters`
const incomplete = -1
const malformed = -2

/**
 * Splits text into CSV records, which may span lines. After a record that is not well formed, reading goes on at the next
 * line, so one stray quote costs one line. The separator is the first line's most frequent one.
 */
export function splitCsv(taker: RecordTaker): RecordSplitter {
  let text = ''
  let line = 1
  let delimiter: string | undefined
  let refusing = false

  function consume(isLast: boolean): void {
    let start = 0
    let quote = text.indexOf('"')
    for (let lineEnd = text.indexOf('\n'); lineEnd >= 0; lineEnd = text.indexOf('\n', start)) {
      delimiter ??= delimiterOf(text.slice(start, lineEnd))
      if (quote >= 0 && quote < start) quote = text.indexOf('"', start)
      const end = quote < 0 || quote > lineEnd ? lineEnd : quotedEnd(text, start, delimiter)
      if (end >= 0) {
        takeRecord(start, end)
        line += end === lineEnd ? 1 : linesIn(text, lineEnd, end)
        start = end + 1
      } else {
        const isTooLong = text.length - start > csvRecordLimit
        if (end === incomplete && !isLast && !isTooLong) break
        refuse(text.slice(start, lineEnd), end === incomplete && isTooLong ? tooLong : broken)
        start = lineEnd + 1
      }
    }
    text = text.slice(start)
  }

  function takeRecord(start: number, end: number): void {
    const last = text.charCodeAt(end - 1) === 13 ? end - 1 : end
    if (last > start) taker.take(text.slice(start, last), line)
  }

  function refuse(record: string, reason: string): void {
    taker.refuse(record.slice(0, refusedLimit), line, reason)
    line += 1
  }

  return {
    push(more) {
      // The rest of a refused line is refused with it.
      text += refusing ? more.slice(more.indexOf('\n') + 1 || more.length) : more
      refusing &&= !more.includes('\n')
      consume(false)
      if (text.length > csvRecordLimit && !text.includes('\n')) {
        refuse(text, tooLong)
        text = ''
        refusing = true
      }
    },
    end() {
      if (text !== '') text += '\n'
      consume(true)
    }
  }
}

/** How many lines a record has whose first line ends at `from` and whose last ends at `to`. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 1
  for (let at = from; at < to; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Where the record that starts here ends: at its line feed, or `incomplete`, or `malformed`. */
function quotedEnd(text: string, start: number, delimiter: string): number {
  let at = start
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      at = closingQuote(text, at + 1) + 1
      if (at === 0 || at >= text.length) return incomplete
      if (text[at] === delimiter) at += 1
      else if (text.startsWith('\r\n', at)) return at + 1
      else if (text[at] === '\n') return at
      else return text[at] === '\r' && at + 1 === text.length ? incomplete : malformed
    } else {
      const lineEnd = text.indexOf('\n', at)
      if (lineEnd < 0) return incomplete
      const next = text.indexOf(delimiter, at)
      if (next < 0 || next > lineEnd) return lineEnd
      at = next + 1
    }
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charCodeAt(at + 1) === 34) at = text.indexOf('"', at + 2)
  return at
}
