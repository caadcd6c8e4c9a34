import { expectedKey, isForbiddenKey } from './forbidden-keys.ts'
import { LanguageError, languageErrorAt, quotedForPeople } from './language-error.ts'
import { readQuoted } from './read-quoted.ts'

type Reader = { readonly text: string; readonly maxDepth: number; at: number }

/** The first reason why `parseJson` refuses a text, found by reading it once more. */
export function findJsonError(text: string, maxDepth: number): LanguageError {
  const reader = { text, maxDepth, at: 0 }
  try {
    skipSpace(reader)
    readValue(reader, 1)
    return expected(reader, 'the end of the text')
  } catch (error) {
    if (error instanceof LanguageError) return error
    throw error
  }
}

function readValue(reader: Reader, depth: number) {
  const char = reader.text[reader.at]
  if (char === '[') readMembers(reader, depth, ']', readElement)
  else if (char === '{') readMembers(reader, depth, '}', readField)
  else if (char === '"') reader.at = readQuoted(reader.text, reader.at).end
  else readScalar(reader)
  skipSpace(reader)
}

type ReadMember = (reader: Reader, depth: number) => void

function readMembers(reader: Reader, depth: number, close: ']' | '}', readMember: ReadMember) {
  if (depth > reader.maxDepth) throw expected(reader, `at most ${reader.maxDepth} levels of nesting`, 'more')
  step(reader)
  if (!take(reader, close)) {
    do readMember(reader, depth + 1)
    while (take(reader, ','))
    if (!take(reader, close)) throw expected(reader, `"," or "${close}"`)
  }
}

function readElement(reader: Reader, depth: number) {
  readValue(reader, depth)
}

function readField(reader: Reader, depth: number) {
  if (reader.text[reader.at] !== '"') throw expected(reader, 'a key in quotation marks')
  const key = readQuoted(reader.text, reader.at)
  if (isForbiddenKey(key.value)) throw expected(reader, expectedKey, quotedForPeople(key.value))
  reader.at = key.end
  skipSpace(reader)
  if (!take(reader, ':')) throw expected(reader, '":"')
  readValue(reader, depth)
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function readScalar(reader: Reader) {
  scalar.lastIndex = reader.at
  const found = scalar.exec(reader.text)
  if (!found) throw expected(reader, 'a value')
  reader.at += found[0].length
}

const space = /[ \t\n\r]*/y

function skipSpace(reader: Reader) {
  space.lastIndex = reader.at
  reader.at += space.exec(reader.text)?.[0].length ?? 0
}

function step(reader: Reader) {
  reader.at++
  skipSpace(reader)
}

function take(reader: Reader, char: string) {
  if (reader.text[reader.at] !== char) return false
  step(reader)
  return true
}

function expected(reader: Reader, what: string, found?: string) {
  return languageErrorAt(reader.text, reader.at, what, found)
}
