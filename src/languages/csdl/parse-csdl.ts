import { csdlErrorAt } from './csdl-error.ts'
import { advance, type Cursor, expected, isAt, openCursor, placeAt } from './cursor.ts'
import { csdlLimits } from './limits.ts'
import { parseExpression } from './parse-expression.ts'
import { readHash } from './read-predicate.ts'
import { readTag, readTagPath } from './read-tag.ts'
import type { Expression, Program, TagImport, TagRule } from './tree.ts'

/** Reads a CSDL text. What cannot be read is a CsdlError, which is a LanguageError, with its place. */
export function parseCsdl(text: string): Program {
  checkText(text)
  const cursor = openCursor(text)
  const rules: TagRule[] = []
  const imports: TagImport[] = []
  for (let word = tagWord(cursor); word !== undefined; word = tagWord(cursor)) {
    if (rules.length + imports.length >= csdlLimits.rules)
      throw expected(cursor, `at most ${csdlLimits.rules} tag rules`)
    if (word === 'tag') rules.push(readRule(cursor))
    else imports.push(readImport(cursor))
  }
  const hasTags = rules.length + imports.length > 0
  const filter = hasTags && isAt(cursor, 'end') ? null : readFilter(cursor)
  checkEnd(cursor)
  return { rules, imports, filter }
}

/** Reads the filter of an analysis, which has conditions only: neither tags nor `return`. */
export function parseQueryFilter(text: string): Expression {
  checkText(text)
  const cursor = openCursor(text)
  if (tagWord(cursor) !== undefined || isAt(cursor, 'word', 'return'))
    throw expected(cursor, 'a condition: a query filter has no tags and no return')
  const filter = parseExpression(cursor)
  checkEnd(cursor)
  return filter
}

function checkEnd(cursor: Cursor) {
  if (!isAt(cursor, 'end')) throw expected(cursor, ['and', 'or', 'the end of the text'])
}

function checkText(text: string) {
  if (Buffer.byteLength(text) > csdlLimits.textBytes)
    throw csdlErrorAt(text, 0, `a text of at most ${csdlLimits.textBytes} bytes; include others with stream and tags`)
  const nul = text.indexOf('\0')
  if (nul >= 0) throw csdlErrorAt(text, nul, 'text without NUL characters')
  if (!text.isWellFormed()) throw csdlErrorAt(text, loneSurrogate(text), 'text that is valid Unicode')
}

function loneSurrogate(text: string) {
  return /\p{Cs}/u.exec(text)?.index ?? 0
}

function tagWord(cursor: Cursor): 'tag' | 'tags' | undefined {
  const { kind, text } = cursor.token
  if (kind !== 'word') return undefined
  if (text === 'tag' || text.startsWith('tag.')) return 'tag'
  return text === 'tags' || text.startsWith('tags.') ? 'tags' : undefined
}

function readRule(cursor: Cursor): TagRule {
  const place = placeAt(cursor, cursor.token.offset)
  const tag = readTag(cursor)
  return { ...tag, condition: readBraces(cursor), place }
}

function readImport(cursor: Cursor): TagImport {
  const place = placeAt(cursor, cursor.token.offset)
  const path = readTagPath(cursor)
  return { path, hash: readHash(cursor), place }
}

function readFilter(cursor: Cursor): Expression {
  if (!isAt(cursor, 'word', 'return')) return parseExpression(cursor)
  advance(cursor)
  const filter = readBraces(cursor)
  if (!isAt(cursor, 'end')) throw expected(cursor, 'the end of the text; tags stand before return')
  return filter
}

function readBraces(cursor: Cursor): Expression {
  if (!isAt(cursor, '{')) throw expected(cursor, 'an opening brace ({)')
  advance(cursor)
  const expression = parseExpression(cursor)
  if (!isAt(cursor, '}')) throw expected(cursor, ['and', 'or', 'a closing brace (})'])
  advance(cursor)
  return expression
}
