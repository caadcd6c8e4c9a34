import { languageErrorAt } from '../language-error.ts'
import type { Limits } from '../limits.ts'
import { lexAt, type Token } from './lex.ts'

/** Where the parser stands: one token ahead, never more, so a large text costs no list of tokens. */
export type Cursor = { readonly text: string; readonly limits: Limits; token: Token; substitutions: number }

export function openCursor(text: string, limits: Limits): Cursor {
  return { text, limits, token: lexAt(text, 0), substitutions: 0 }
}

/** Steps over the current token and returns it. */
export function advance(cursor: Cursor): Token {
  const token = cursor.token
  cursor.token = lexAt(cursor.text, token.end)
  return token
}

export function skipNewlines(cursor: Cursor) {
  if (cursor.token.kind === 'newline') advance(cursor)
}

export function expected(cursor: Cursor, what: string, found?: string) {
  return languageErrorAt(cursor.text, cursor.token.offset, what, found)
}

export function checkDepth(cursor: Cursor, depth: number) {
  const { maxDepth } = cursor.limits
  if (depth > maxDepth) throw expected(cursor, `at most ${maxDepth} levels of nesting`, 'more')
}
