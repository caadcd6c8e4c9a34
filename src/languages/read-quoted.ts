import { languageErrorAt } from './language-error.ts'

const quote = 0x22
const backslash = 0x5c

/** Reads the JSON string whose opening quotation mark stands at `start`; `end` is the offset after the closing one. */
export function readQuoted(text: string, start: number): { value: string; end: number } {
  let escaped = false
  let at = start + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === quote) break
    if (code === backslash) {
      escaped = true
      at = afterEscape(text, at)
    } else if (code >= 0x20) at++
    else throw languageErrorAt(text, at, stringGoesOn(text, at))
  }
  const value = escaped ? String(JSON.parse(text.slice(start, at + 1))) : text.slice(start + 1, at)
  return { value, end: at + 1 }
}

function stringGoesOn(text: string, at: number) {
  if (at >= text.length || text[at] === '\n') return 'a closing quotation mark'
  return 'control characters in quotes to be written as escapes such as \\t'
}

function afterEscape(text: string, at: number) {
  const letter = text[at + 1]
  if (letter === undefined) throw languageErrorAt(text, at + 1, 'a closing quotation mark')
  if (letter === 'u') {
    if (/^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return at + 6
    throw languageErrorAt(text, at + 2, 'four hexadecimal digits after \\u')
  }
  if ('"\\/bfnrt'.includes(letter)) return at + 2
  throw languageErrorAt(text, at + 1, 'one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u')
}
