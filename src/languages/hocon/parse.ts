import type { Limits } from '../limits.ts'
import { advance, type Cursor, checkDepth, expected, openCursor, skipNewlines } from './cursor.ts'
import { parseKey, parsePath } from './parse-path.ts'
import { scalarFrom } from './scalar.ts'
import type { AppendNode, ArrayNode, Field, Node, ObjectNode, Part, SubstitutionNode } from './tree.ts'

/** HOCON text → tree, substitutions still in it. Throws a LanguageError. */
export function parse(text: string, limits: Limits): ArrayNode | ObjectNode {
  const cursor = openCursor(text, limits)
  skipNewlines(cursor)
  const root = parseRoot(cursor)
  skipNewlines(cursor)
  if (cursor.token.kind !== 'end') throw expected(cursor, 'the end of the text')
  return root
}

function parseRoot(cursor: Cursor): ArrayNode | ObjectNode {
  if (cursor.token.kind === '[') return parseArray(cursor, 1)
  if (cursor.token.kind === '{') return parseObject(cursor, 1)
  return { kind: 'object', fields: parseMembers(cursor, 'end', 1, parseField) }
}

function parseArray(cursor: Cursor, depth: number): ArrayNode {
  checkDepth(cursor, depth)
  advance(cursor)
  const items = parseMembers(cursor, ']', depth, parseValue)
  advance(cursor)
  return { kind: 'array', items }
}

function parseObject(cursor: Cursor, depth: number): ObjectNode {
  checkDepth(cursor, depth)
  advance(cursor)
  const fields = parseMembers(cursor, '}', depth, parseField)
  advance(cursor)
  return { kind: 'object', fields }
}

// The inside of an array or object of the given depth, up to but without its closing token.
function parseMembers<T>(
  cursor: Cursor,
  close: ']' | '}' | 'end',
  depth: number,
  parseMember: (cursor: Cursor, depth: number) => T
): T[] {
  const members: T[] = []
  skipNewlines(cursor)
  while (cursor.token.kind !== close) {
    members.push(parseMember(cursor, depth + 1))
    parseSeparator(cursor, close)
  }
  return members
}

function parseSeparator(cursor: Cursor, close: ']' | '}' | 'end') {
  const isNewLine = cursor.token.kind === 'newline'
  skipNewlines(cursor)
  if (cursor.token.kind === ',') {
    advance(cursor)
    skipNewlines(cursor)
  } else if (!isNewLine && cursor.token.kind !== close) {
    const end = close === 'end' ? 'the end of the text' : `"${close}"`
    throw expected(cursor, `",", a new line or ${end} after a value${needsQuotes(cursor)}`)
  }
}

function needsQuotes(cursor: Cursor) {
  return cursor.token.kind === ':' || cursor.token.kind === '=' ? ' (text with ":" or "=" needs quotation marks)' : ''
}

function parseField(cursor: Cursor, depth: number): Field {
  const [key = '', ...inner] = parseKey(cursor)
  skipNewlines(cursor)
  checkDepth(cursor, depth + inner.length - 1)
  const value = parseAssigned(cursor, depth + inner.length)
  return { key, value: inner.reduceRight(objectAround, value) }
}

function objectAround(value: Node | AppendNode, key: string): ObjectNode {
  return { kind: 'object', fields: [{ key, value }] }
}

function parseAssigned(cursor: Cursor, depth: number): Node | AppendNode {
  const { kind, offset } = cursor.token
  if (kind === '{') return parseValue(cursor, depth)
  if (kind !== ':' && kind !== '=' && kind !== '+=') throw expected(cursor, '":", "=", "+=" or "{" after a key')
  advance(cursor)
  skipNewlines(cursor)
  if (kind !== '+=') return parseValue(cursor, depth)
  return { kind: 'append', items: [parseValue(cursor, depth + 1)], offset }
}

// One value, or several side by side; `depth` is the level of an array or object that stands here.
function parseValue(cursor: Cursor, depth: number): Node {
  const { offset, kind, text } = cursor.token
  const first = parsePart(cursor, depth)
  if (!startsPart(cursor)) return kind === 'text' ? scalarFrom(text) : first
  const parts: Part[] = [{ space: '', node: first }]
  while (startsPart(cursor)) parts.push({ space: cursor.token.space, node: parsePart(cursor, depth) })
  if (parts.every(part => typeof part.node === 'string')) return parts.map(part => part.space + part.node).join('')
  return { kind: 'concat', parts, offset }
}

function startsPart({ token: { kind } }: Cursor) {
  return kind === 'text' || kind === 'quoted' || kind === '[' || kind === '{' || kind === '${' || kind === '${?'
}

function parsePart(cursor: Cursor, depth: number): Node {
  switch (cursor.token.kind) {
    case 'text':
    case 'quoted':
      return advance(cursor).text
    case '[':
      return parseArray(cursor, depth)
    case '{':
      return parseObject(cursor, depth)
    case '${':
    case '${?':
      return parseSubstitution(cursor)
    default:
      throw expected(cursor, 'a value')
  }
}

function parseSubstitution(cursor: Cursor): SubstitutionNode {
  const { maxSubstitutions } = cursor.limits
  if (++cursor.substitutions > maxSubstitutions) {
    throw expected(cursor, `at most ${maxSubstitutions} substitutions`, 'more')
  }
  const { offset, kind } = advance(cursor)
  const path = parsePath(cursor, 'a path such as a.b')
  if (cursor.token.kind !== '}') throw expected(cursor, '"}" after the path of a substitution')
  advance(cursor)
  return { kind: 'substitution', path, optional: kind === '${?', offset }
}
