import { csdlLimits } from './limits.ts'

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The text that the inside of a string stands for: a backslash takes the next character as it is; \n, \r and \t are as elsewhere. */
export function plainText(written: string): string {
  if (!written.includes('\\')) return written
  return written.replace(/\\([\s\S])/gu, (_, char: string) => letters[char] ?? char)
}

/**
 * The regular expression that the inside of a string stands for. The original wants every backslash of an expression doubled; one
 * that is single is kept too, so that "\\d" and "\d" mean the same.
 */
export function regexText(written: string): string {
  return written.replace(/\\([\\"'])/g, '$1')
}

/**
 * The items of a comma separated list, trimmed; empty ones are dropped, a comma behind a backslash belongs to its item. Items of
 * patterns keep the backslash before a star, a question mark and a backslash. Undefined when there are too many.
 */
export function listItems(written: string, isOfPatterns = false): string[] | undefined {
  const items = written.includes('\\') ? escapedItems(written, isOfPatterns) : plainItems(written)
  return items.length > csdlLimits.listItems ? undefined : items
}

function plainItems(written: string) {
  const items: string[] = []
  for (let start = 0; start <= written.length && items.length <= csdlLimits.listItems; ) {
    const comma = written.indexOf(',', start)
    const end = comma < 0 ? written.length : comma
    const item = written.slice(start, end).trim()
    if (item !== '') items.push(item)
    start = end + 1
  }
  return items
}

function escapedItems(written: string, isOfPatterns: boolean) {
  const items: string[] = []
  for (let start = 0; start <= written.length && items.length <= csdlLimits.listItems; ) {
    const { end, comma } = itemEnd(written, start)
    const item = written.slice(start, end).trimStart()
    if (item !== '') items.push(isOfPatterns ? patternText(item) : plainText(item))
    start = comma + 1
  }
  return items
}

// The item ends behind its last character that is no white space; white space behind a backslash is kept.
function itemEnd(written: string, start: number) {
  let end = start
  let at = start
  while (at < written.length && written[at] !== ',') {
    const isEscape = written[at] === '\\'
    if (isEscape || !isBlank(written, at)) end = Math.min(at + (isEscape ? 2 : 1), written.length)
    at += isEscape ? 2 : 1
  }
  return { end, comma: Math.min(at, written.length) }
}

function isBlank(written: string, at: number) {
  const code = written.charCodeAt(at)
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code > 0x7f && /\s/.test(written[at] ?? ''))
}

function patternText(written: string) {
  return written.replace(/\\([\s\S])/gu, (pair, char: string) =>
    '*?\\'.includes(char) ? pair : (letters[char] ?? char)
  )
}
