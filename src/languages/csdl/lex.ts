import { csdlErrorAt } from './csdl-error.ts'

type Sign = '(' | ')' | '{' | '}' | '[' | ']' | ',' | '==' | '!=' | '<>' | '<' | '<=' | '>' | '>='

/**
 * `word` is a target, an operator or a keyword in lower case; `text` the inside of a string as it is written, with its
 * backslashes.
 */
export type Token = {
  readonly kind: 'word' | 'number' | 'text' | 'end' | Sign
  readonly offset: number
  readonly end: number
  readonly text: string
}

/** The token at or after `start`. Looks at every character once or twice, so a whole text takes linear time. */
export function lexAt(text: string, start: number): Token {
  const offset = skipSpace(text, start)
  if (offset >= text.length) return { kind: 'end', offset, end: offset, text: '' }
  const code = text.charCodeAt(offset)
  if (code === 0x22 || code === 0x27) return quoted(text, offset, code, start)
  const sign = signAt(text, offset)
  if (sign) return { kind: sign, offset, end: offset + sign.length, text: sign }
  return numberAt(text, offset) ?? wordAt(text, offset, start)
}

function skipSpace(text: string, start: number) {
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) at++
    else if (code === 0x2f && text[at + 1] === '/') at = endOf(text, '\n', at + 2) ?? text.length
    else if (code === 0x2f && text[at + 1] === '*') at = commentEnd(text, at, start)
    else if (code === 0xfeff && at === 0) at++
    else return at
  }
}

const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d)

function endOf(text: string, sign: string, from: number) {
  const at = text.indexOf(sign, from)
  return at < 0 ? undefined : at + sign.length
}

function commentEnd(text: string, at: number, understood: number) {
  const end = endOf(text, '*/', at + 2)
  if (end !== undefined) return end
  throw csdlErrorAt(text, understood, 'the end (*/) of the comment that begins there')
}

function quoted(text: string, offset: number, quote: number, understood: number): Token {
  for (let at = offset + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === quote) return { kind: 'text', offset, end: at + 1, text: text.slice(offset + 1, at) }
  }
  throw csdlErrorAt(text, understood, `a text value that ends with a quote (${String.fromCharCode(quote)})`)
}

function signAt(text: string, offset: number): Sign | undefined {
  const char = text[offset]
  const next = text[offset + 1]
  switch (char) {
    case '(':
    case ')':
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
      return char
    case '=':
      return next === '=' ? '==' : undefined
    case '!':
      return next === '=' ? '!=' : undefined
    case '<':
      return next === '=' ? '<=' : next === '>' ? '<>' : '<'
    case '>':
      return next === '=' ? '>=' : '>'
  }
}

const numberForm = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const wordForm = /[\p{L}\p{M}\p{N}_.-]+/uy

// A run of digits may begin a word: 2ch.title.
function numberAt(text: string, offset: number): Token | undefined {
  numberForm.lastIndex = offset
  const [written] = numberForm.exec(text) ?? []
  if (written === undefined) return undefined
  const end = offset + written.length
  wordForm.lastIndex = end
  return wordForm.test(text) ? undefined : { kind: 'number', offset, end, text: written }
}

function wordAt(text: string, offset: number, understood: number): Token {
  wordForm.lastIndex = offset
  const [written] = wordForm.exec(text) ?? []
  if (written === undefined) throw csdlErrorAt(text, understood, unreadable(text, offset))
  return { kind: 'word', offset, end: offset + written.length, text: written.toLowerCase() }
}

function unreadable(text: string, offset: number) {
  const char = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  if (/[\p{C}\p{Z}]/u.test(char)) return 'text without control characters and unusual spaces outside of quotes'
  if ('=!&|'.includes(char))
    return `an operator that there is (== or != to compare, and, or, not to combine) in place of ${char}`
  return `a target, an operator or a text value in double quotes in place of ${char}`
}
