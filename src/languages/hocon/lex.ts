import { languageErrorAt } from '../language-error.ts'
import { readQuoted } from '../read-quoted.ts'

type Sign = '{' | '}' | '[' | ']' | ',' | ':' | '=' | '+=' | '${' | '${?'

/** `text` is unquoted text as written, `quoted` the content of a string, `newline` any number of line ends in a row. */
export type Token = {
  readonly kind: 'text' | 'quoted' | 'newline' | 'end' | Sign
  readonly offset: number
  readonly end: number
  /** White space on the same line before the token. */
  readonly space: string
  readonly text: string
}

/** The token at or after `start`. Looks at every character once, so a whole text takes linear time. */
export function lexAt(text: string, start: number): Token {
  const offset = skipSpace(text, start)
  const space = offset === start ? '' : text.slice(start, offset)
  const code = text.charCodeAt(offset)
  if (offset >= text.length) return { kind: 'end', offset, end: offset, space, text: '' }
  if (code === 0x0a || startsComment(text, offset)) return newlineOrEnd(text, offset)
  if (code === 0x22) return quoted(text, offset, space)
  const sign = signAt(text, offset)
  if (sign) return { kind: sign, offset, end: offset + sign.length, space, text: sign }
  const end = unquotedEnd(text, offset)
  if (end === offset) throw languageErrorAt(text, offset, expectedInsteadOf(code))
  return { kind: 'text', offset, end, space, text: text.slice(offset, end) }
}

function expectedInsteadOf(code: number) {
  if (code < 0x20) return 'text without control characters'
  return 'text with characters such as $ + ` ^ ? ! @ * & \\ to stand in quotation marks'
}

function signAt(text: string, offset: number): Sign | undefined {
  const char = text[offset]
  switch (char) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
    case '=':
      return char
    case '+':
      return text[offset + 1] === '=' ? '+=' : undefined
    case '$':
      if (text[offset + 1] !== '{') return undefined
      return text[offset + 2] === '?' ? '${?' : '${'
  }
}

function newlineOrEnd(text: string, offset: number): Token {
  let end = offset
  for (;;) {
    if (startsComment(text, end)) end = lineEnd(text, end)
    else if (text[end] === '\n') end++
    else if (isSpace(text.charCodeAt(end))) end = skipSpace(text, end)
    else break
  }
  if (end < text.length) return { kind: 'newline', offset, end, space: '', text: '' }
  return { kind: 'end', offset: end, end, space: '', text: '' }
}

function lineEnd(text: string, offset: number) {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

function startsComment(text: string, offset: number) {
  const char = text[offset]
  return char === '#' || (char === '/' && text[offset + 1] === '/')
}

function skipSpace(text: string, start: number) {
  let at = start
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

// White space of the HOCON specification but for the new line: Unicode separators, the byte order mark, tab to
// carriage return, and the four information separators.
function isSpace(code: number) {
  if (code <= 0x20) return code === 0x20 || code === 0x09 || (code >= 0x0b && code <= 0x0d) || code >= 0x1c
  if (code < 0x1680) return code === 0xa0
  return (code >= 0x2000 && code <= 0x200a) || widerSpaces.has(code)
}

const widerSpaces = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])

function quoted(text: string, offset: number, space: string): Token {
  if (text.startsWith('"""', offset)) return tripleQuoted(text, offset, space)
  const { value, end } = readQuoted(text, offset)
  return { kind: 'quoted', offset, end, space, text: value }
}

// Of more than three closing quotation marks the last three close; the others belong to the string.
function tripleQuoted(text: string, offset: number, space: string): Token {
  const close = text.indexOf('"""', offset + 3)
  if (close < 0) throw languageErrorAt(text, text.length, 'three closing quotation marks')
  let end = close + 3
  while (text[end] === '"') end++
  return { kind: 'quoted', offset, end, space, text: text.slice(offset + 3, end - 3) }
}

const endsUnquoted = new Set(Array.from('$"{}[]:=,+#`^?!@*&\\', char => char.charCodeAt(0)))

function unquotedEnd(text: string, offset: number) {
  let at = offset
  while (at < text.length && continuesUnquoted(text, at, offset)) at++
  return at
}

function continuesUnquoted(text: string, at: number, offset: number) {
  const code = text.charCodeAt(at)
  if (code === 0x2b) return isExponentSign(text, at, offset)
  return code >= 0x20 && !endsUnquoted.has(code) && !isSpace(code) && !startsComment(text, at)
}

// The one place where unquoted text holds a "+": a number such as 1e+5.
function isExponentSign(text: string, at: number, offset: number) {
  if (!/[eE]/.test(text[at - 1] ?? '') || !/\d/.test(text[at + 1] ?? '')) return false
  return /^-?\d+(\.\d+)?[eE]$/.test(text.slice(offset, at))
}
