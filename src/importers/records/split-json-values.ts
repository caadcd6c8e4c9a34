import { recordLimit, refusedLimit, rewindLimit } from './record-limits.ts'
import type { RecordSplitter, RecordTaker } from './record-taker.ts'

const tooLong = `a JSON value longer than ${recordLimit} characters`
const openText = 'a text in it is not closed'
const cutOff = 'a bracket in it is not closed'

/**
 * Splits text into the elements of top-level arrays and other top-level values, by counting brackets outside of texts.
 * After a value whose end cannot be found, reading goes on at the next line that is indented as it was.
 */
export function splitJsonValues(taker: RecordTaker): RecordSplitter {
  let text = ''
  let at = 0 // Everything before it has been looked at.
  let start = -1 // Where the current value starts; -1 between values.
  let indent = '' // What stands before it on its line, when that is white space.
  let depth = 0
  let inText = false
  let line = 1
  let linesCountedTo = 0
  let rewinds = 0
  /** While the way is lost: what stands before the next value that can be trusted. */
  let landmark: string | undefined

  function countLinesTo(end: number): void {
    for (let lf = text.indexOf('\n', linesCountedTo); lf >= 0 && lf < end; lf = text.indexOf('\n', lf + 1)) line += 1
    linesCountedTo = end
  }

  function begin(): void {
    start = at
    indent = text.slice(indentStart(text, start), start)
    countLinesTo(start)
  }

  function take(end: number): void {
    taker.take(text.slice(start, end), line)
    start = -1
  }

  function refuse(reason: string, end = text.length): void {
    taker.refuse(text.slice(start, Math.min(end, start + refusedLimit)), line, reason)
    landmark = `\n${indent}{`
    if (rewinds < rewindLimit) at = start
    rewinds += 1
    start = -1
    depth = 0
    inText = false
  }

  function findWay(mark: string): void {
    const found = text.indexOf(mark, at)
    if (found >= 0) landmark = undefined
    // The mark may be cut in two by the end of what has arrived.
    at = found >= 0 ? found + mark.length - 1 : Math.max(at, text.length - mark.length + 1)
  }

  function passText(): void {
    const quote = closingQuote(text, at)
    const lineEnd = text.indexOf('\n', at)
    if (lineEnd >= 0 && (quote < 0 || lineEnd < quote)) refuse(openText, lineEnd)
    else if (quote < 0) at = text.length - (backslashesBefore(text, text.length, at) % 2)
    else {
      at = quote + 1
      inText = false
      if (depth === 0) take(at)
    }
  }

  function passInside(code: number): void {
    at += 1
    if (code === 34) inText = true
    else if (code === 123 || code === 91) depth += 1
    else if (code === 125 || code === 93) {
      depth -= 1
      if (depth === 0) take(at)
    }
  }

  /** Between values, or in a bare word or number. Brackets of a top-level array count as white space. */
  function passOutside(code: number): void {
    const isGap = code <= 32 || code === 44 || code === 91 || code === 93 || code === 125
    if (isGap && start >= 0) take(at)
    if (!isGap && start < 0) begin()
    if (code === 34) inText = true
    if (code === 123) depth = 1
    at += 1
  }

  function consume(): void {
    while (at < text.length) {
      if (landmark !== undefined) {
        findWay(landmark)
        if (landmark !== undefined) return
      } else if (inText) {
        const before = at
        passText()
        if (at === before && inText) return // A backslash whose companion has not arrived.
      } else if (depth > 0) passInside(text.charCodeAt(at))
      else passOutside(text.charCodeAt(at))
    }
  }

  return {
    push(more) {
      const keep = start >= 0 ? start : indentStart(text, at)
      countLinesTo(keep)
      text = text.slice(keep) + more
      at -= keep
      linesCountedTo = 0
      start = start >= 0 ? 0 : -1
      consume()
      while (start >= 0 && text.length - start > recordLimit) {
        refuse(tooLong)
        consume()
      }
    },
    end() {
      while (start >= 0) {
        if (depth === 0 && !inText) take(text.length)
        else refuse(cutOff)
        consume()
      }
    }
  }
}

function indentStart(text: string, end: number): number {
  let first = end
  while (first > 0 && (text[first - 1] === ' ' || text[first - 1] === '\t')) first -= 1
  return first
}

function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from)
  while (quote > from && backslashesBefore(text, quote, from) % 2 === 1) quote = text.indexOf('"', quote + 1)
  return quote
}

function backslashesBefore(text: string, end: number, from: number): number {
  let first = end
  while (first > from && text.charCodeAt(first - 1) === 92) first -= 1
  return end - first
}
