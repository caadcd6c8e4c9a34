import { recordLimit, refusedLimit } from './record-limits.ts'
import type { RecordSplitter, RecordTaker } from './record-taker.ts'

/** Splits text into lines without their ends (LF or CRLF); blank lines are no records. */
export function splitLines(taker: RecordTaker): RecordSplitter {
  let rest = ''
  let line = 1
  let refusing = false

  function takeLine(text: string): void {
    const record = text.endsWith('\r') ? text.slice(0, -1) : text
    if (record !== '' && !refusing) taker.take(record, line)
    refusing = false
    line += 1
  }

  return {
    push(text) {
      let end = text.indexOf('\n')
      if (end >= 0) {
        takeLine(rest + text.slice(0, end))
        let start = end + 1
        for (end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
          takeLine(text.slice(start, end))
          start = end + 1
        }
        rest = text.slice(start)
      } else if (!refusing) rest += text
      if (rest.length > recordLimit) {
        taker.refuse(rest.slice(0, refusedLimit), line, `a line longer than ${recordLimit} characters`)
        rest = ''
        refusing = true
      }
    },
    end() {
      if (rest !== '') takeLine(rest)
      rest = ''
    }
  }
}
