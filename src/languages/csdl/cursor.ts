import { csdlErrorAt } from './csdl-error.ts'
import { lexAt, type Token } from './lex.ts'
import type { Place } from './tree.ts'

/** Where the parser stands: one token ahead; `understood` is the end of the last token that made sense, which errors name. */
export type Cursor = {
  readonly text: string
  token: Token
  understood: number
  line: number
  lineStart: number
}

export function openCursor(text: string): Cursor {
  return { text, token: lexAt(text, 0), understood: 0, line: 1, lineStart: 0 }
}

/** Steps over the current token and returns it. */
export function advance(cursor: Cursor): Token {
  const token = cursor.token
  cursor.understood = token.end
  cursor.token = lexAt(cursor.text, token.end)
  return token
}

/** Whether the current token is of a kind, and, of a word, this one. */
export function isAt(cursor: Cursor, kind: Token['kind'], word?: string): boolean {
  return cursor.token.kind === kind && (word === undefined || cursor.token.text === word)
}

export function expected(cursor: Cursor, what: string | readonly string[]) {
  return csdlErrorAt(cursor.text, cursor.understood, what)
}

/** The place of an offset. Asked for in the order of the text, so that its lines are counted once. */
export function placeAt(cursor: Cursor, offset: number): Place {
  for (;;) {
    const newline = cursor.text.indexOf('\n', cursor.lineStart)
    if (newline < 0 || newline >= offset) break
    cursor.line++
    cursor.lineStart = newline + 1
  }
  return { line: cursor.line, position: offset - cursor.lineStart + 1, offset }
}
