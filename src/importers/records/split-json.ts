import type { RecordSplitter, RecordTaker } from './record-taker.ts'
import { splitJsonValues } from './split-json-values.ts'
import { splitLines } from './split-lines.ts'

/** How much is looked at, in characters, to tell JSON lines from other JSON. */
const lookLimit = 256 * 1024

/**
 * Splits text into JSON values. JSON lines are split at line ends, so that a broken line costs one record; anything else
 * (an array, whose elements are the records, or values one after another) by counting brackets.
 */
export function splitJson(taker: RecordTaker): RecordSplitter {
  let head = ''
  let splitter: RecordSplitter | undefined

  function choose(): RecordSplitter {
    splitter = isJsonLines(head) ? splitLines(taker) : splitJsonValues(taker)
    splitter.push(head)
    head = ''
    return splitter
  }

  return {
    push(text) {
      if (splitter) return splitter.push(text)
      head += text
      if (head.length >= lookLimit) choose()
    },
    end() {
      if (splitter || head !== '') (splitter ?? choose()).end()
    }
  }
}

/** One of the first lines is a whole object, from its first column to its last. */
function isJsonLines(head: string): boolean {
  if (head.trimStart().startsWith('[')) return false
  const lines = head.split('\n', 6)
  return lines.slice(0, 5).some(line => line.startsWith('{') && isObject(line))
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
