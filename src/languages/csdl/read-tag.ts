import { advance, type Cursor, expected } from './cursor.ts'
import { csdlLimits } from './limits.ts'
import { readNumberToken } from './read-predicate.ts'
import { plainText } from './read-text.ts'

/** `tag.a.b "name"`, `tag.a.b 10` or, with its last word as the name, `tag.a.b`. */
export function readTag(cursor: Cursor): { path: string; value: string | number } {
  const path = readTagPath(cursor)
  const { kind, text } = cursor.token
  if (kind === 'text') return { path, value: readName(cursor, text) }
  if (kind === 'number' && path !== '') return { path, value: readScore(cursor) }
  const dot = path.lastIndexOf('.')
  if (kind === '{' && path !== '') return { path: path.slice(0, Math.max(dot, 0)), value: path.slice(dot + 1) }
  throw expected(
    cursor,
    path === '' ? 'the name of the tag in quotes; a score needs a path, as in tag.score 10' : afterPath
  )
}

function readScore(cursor: Cursor) {
  const { largestScore } = csdlLimits
  if (Math.abs(Number(cursor.token.text)) > largestScore)
    throw expected(cursor, `a score from -${largestScore} to ${largestScore}`)
  return readNumberToken(cursor)
}

const afterPath = ['the name of the tag in quotes', 'a score', 'an opening brace ({)']

/** The path behind the `tag.` or `tags.` that the cursor stands on, empty when there is none. */
export function readTagPath(cursor: Cursor): string {
  const [, path = ''] = /^tags?\.(.*)$/.exec(cursor.token.text) ?? []
  if (path.length > csdlLimits.tagCharacters)
    throw expected(cursor, `a path of at most ${csdlLimits.tagCharacters} characters`)
  if ((path !== '' || cursor.token.text.endsWith('.')) && !isTagPath(path))
    throw expected(cursor, 'a path of words joined by dots, as in tag.cars.maker')
  advance(cursor)
  return path
}

/** Words joined by dots, as `cars.maker`. */
export function isTagPath(path: string): boolean {
  return path.length <= csdlLimits.tagCharacters && /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*$/u.test(path)
}

function readName(cursor: Cursor, written: string) {
  const name = plainText(written).trim()
  if (name === '' || name.length > csdlLimits.tagCharacters)
    throw expected(cursor, `a name of 1 to ${csdlLimits.tagCharacters} characters in quotes`)
  advance(cursor)
  return name
}
