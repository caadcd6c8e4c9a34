import { expectedKey, isForbiddenKey } from '../forbidden-keys.ts'
import { languageErrorAt, quotedForPeople } from '../language-error.ts'
import { advance, type Cursor, expected } from './cursor.ts'

// `isNamed` tells "", an empty name in quotation marks, from no name at all.
type Element = { readonly offset: number; name: string; isNamed: boolean }

/**
 * Reads `a.b c."d.e"` into its elements ("a", "b c", "d.e"). Dots separate only outside quotation marks, numbers count
 * as text, and white space inside an element belongs to it. `what` is expected if there is no path at all.
 */
export function parsePath(cursor: Cursor, what: string): string[] {
  if (!isPathToken(cursor)) throw expected(cursor, what)
  let element: Element = { offset: cursor.token.offset, name: '', isNamed: false }
  const elements = [element]
  while (isPathToken(cursor)) {
    const { kind, offset, text, space } = cursor.token
    if (offset > element.offset) extend(element, space)
    const [first = '', ...others] = kind === 'text' ? text.split('.') : [text]
    extend(element, first, kind === 'quoted')
    let at = offset + first.length
    for (const piece of others) {
      element = { offset: at + 1, name: '', isNamed: false }
      extend(element, piece)
      elements.push(element)
      at += 1 + piece.length
    }
    advance(cursor)
  }
  return namesOf(cursor, elements)
}

function isPathToken({ token: { kind } }: Cursor) {
  return kind === 'text' || kind === 'quoted'
}

function extend(element: Element, piece: string, isQuoted = false) {
  element.name += piece
  element.isNamed ||= isQuoted || piece !== ''
}

function namesOf(cursor: Cursor, elements: readonly Element[]) {
  const { maxDepth } = cursor.limits
  if (elements.length > maxDepth) throw expected(cursor, `a path of at most ${maxDepth} names`, 'more')
  const nameless = elements.find(element => !element.isNamed)
  if (!nameless) return elements.map(element => element.name)
  const offset = nameless === elements.at(-1) ? cursor.token.offset : nameless.offset
  throw languageErrorAt(cursor.text, offset, 'a name on both sides of each dot of a path ("" stands for an empty one)')
}

/** A path where a field is to be defined. */
export function parseKey(cursor: Cursor): string[] {
  const { kind, text, offset } = cursor.token
  if (kind === 'text' && /^include(?:\.|$)/.test(text)) throw expected(cursor, noInclude)
  const path = parsePath(cursor, 'a key')
  const forbidden = path.find(isForbiddenKey)
  if (forbidden === undefined) return path
  throw languageErrorAt(cursor.text, offset, expectedKey, quotedForPeople(forbidden))
}

const noInclude =
  'a field (to include a file, a URL or the class path is refused; a key "include" needs quotation marks)'
