import { csdlLimits } from './limits.ts'
import { regexScripts } from './regex-scripts.ts'

/**
 * What was expected in place of a regular expression that the engine, RE2, would not run; undefined when it runs. Reads the
 * expression once from left to right and keeps open groups in an array, so no expression is slow or too deep for it.
 */
export function checkRegex(regex: string): string | undefined {
  if (regex === '') return 'a regular expression that is not empty'
  const { regexCharacters } = csdlLimits
  if (regex.length > regexCharacters) return `a regular expression of at most ${regexCharacters} characters`
  try {
    if (regexSteps(regex) > csdlLimits.regexSteps) throw tooHeavy()
  } catch (error) {
    if (error instanceof WrongRegex) return error.message
    throw error
  }
}

/** How many steps the engine makes of a regular expression that is checked, once its counted repeats are written out. */
export function regexSteps(regex: string): number {
  const whole: Group = { weight: 0 }
  const reader: Reader = { regex, at: 0, groups: [whole], last: undefined, names: new Set() }
  while (reader.at < regex.length) readPart(reader)
  if (reader.groups.length > 1) throw new WrongRegex('a regular expression whose groups are closed by )')
  return whole.weight
}

class WrongRegex extends Error {}

/** `weight` is how many single steps the engine makes of what stands in a group, counted repeats written out. */
type Group = { weight: number }

type Reader = {
  readonly regex: string
  at: number
  readonly groups: Group[]
  /** The weight of what a repeat would repeat; undefined when there is nothing. */
  last: number | undefined
  readonly names: Set<string>
}

function readPart(reader: Reader) {
  const char = reader.regex[reader.at]
  switch (char) {
    case '\\':
      return readEscape(reader)
    case '[':
      return readClass(reader)
    case '(':
      return openGroup(reader)
    case ')':
      return closeGroup(reader)
    case '|':
      reader.last = undefined
      reader.at++
      return
    case '*':
    case '+':
    case '?':
      return repeat(reader, reader.at + 1, 1)
    case '{':
      return readBraces(reader)
    default:
      addPart(reader, reader.at + ((reader.regex.codePointAt(reader.at) ?? 0) > 0xffff ? 2 : 1))
  }
}

const tooHeavy = () =>
  new WrongRegex(
    `a regular expression of at most ${csdlLimits.regexSteps} steps once its counted repeats are written out`
  )

// Classes of Unicode properties have hundreds of ranges: the engine holds about 400 of \pL, and far more of others.
const propertyWeight = 4

function addPart(reader: Reader, end: number) {
  const hasProperty = /\\[pP]/.test(reader.regex.slice(reader.at, end))
  reader.at = end
  addWeight(reader, hasProperty ? propertyWeight : 1)
}

function readClass(reader: Reader) {
  addPart(reader, classEnd(reader.regex, reader.at))
}

function addWeight(reader: Reader, weight: number) {
  const group = reader.groups.at(-1)
  if (group) group.weight += weight
  reader.last = weight
}

function openGroup(reader: Reader) {
  const rest = reader.regex.slice(reader.at, reader.at + 100)
  if (/^\(\?<?[=!]/.test(rest))
    throw new WrongRegex('a regular expression without lookahead and lookbehind: RE2 has none')
  const [flags, ends] = /^\(\?(?!-?[:)])[imsU]*(?:-[imsU]+)?([:)])/.exec(rest) ?? /^\(\?(:)/.exec(rest) ?? []
  const [named, name = ''] = /^\(\?P?<([A-Za-z0-9_]+)>/.exec(rest) ?? []
  if (rest.startsWith('(?') && flags === undefined && named === undefined)
    throw new WrongRegex('a regular expression with groups of RE2 only: (…), (?:…), (?i) and (?P<name>…)')
  if (name !== '' && reader.names.has(name))
    throw new WrongRegex('a regular expression whose groups have different names')
  if (name !== '') reader.names.add(name)
  reader.at += (flags ?? named ?? '(').length
  if (ends !== ')') reader.groups.push({ weight: 0 })
  reader.last = undefined
}

function closeGroup(reader: Reader) {
  const group = reader.groups.pop()
  if (!group || reader.groups.length === 0) throw new WrongRegex('a regular expression without a ) that closes nothing')
  reader.at++
  addWeight(reader, group.weight)
}

// A brace that is no repeat stands for itself.
function readBraces(reader: Reader) {
  const [written, least = '', comma, most = ''] =
    /^\{(\d+)(?:(,)(\d*))?\}/.exec(reader.regex.slice(reader.at, reader.at + 30)) ?? []
  if (written === undefined) return addPart(reader, reader.at + 1)
  const low = Number(least)
  const high = comma === undefined ? low : most === '' ? low : Number(most)
  const { regexSteps } = csdlLimits
  if (high < low || high > regexSteps)
    throw new WrongRegex(`a regular expression with repeats of at most {${regexSteps}}, the smaller number first`)
  repeat(reader, reader.at + written.length, Math.max(high, 1))
}

function repeat(reader: Reader, end: number, times: number) {
  const { regex, last, groups } = reader
  if (last === undefined) throw new WrongRegex('a regular expression with something before each of * + ? {')
  const group = groups.at(-1)
  if (group) group.weight += last * (times - 1)
  if (last * times > csdlLimits.regexSteps) throw tooHeavy()
  reader.at = regex[end] === '?' ? end + 1 : end
  if (/^(?:[*+?]|\{\d+(?:,\d*)?\})/.test(regex.slice(reader.at, reader.at + 30)))
    throw new WrongRegex('a regular expression without two repeats in a row: RE2 has no possessive ones')
  reader.last = undefined
}

function readEscape(reader: Reader) {
  const end = escapeEnd(reader.regex, reader.at)
  if (/^\\[AzbB]/.test(reader.regex.slice(reader.at, end))) {
    reader.at = end
    reader.last = 1
  } else addPart(reader, end)
}

const letterEscapes = /^\\(?:[dDsSwWafnrtvAzbB]|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]{1,6}\}|0[0-7]{0,2})/

export function escapeEnd(regex: string, at: number) {
  const rest = regex.slice(at, at + 60)
  if (/^\\(?:[1-9]|k|g)/.test(rest)) throw new WrongRegex('a regular expression without backreferences: RE2 has none')
  const [letters] = letterEscapes.exec(rest) ?? []
  if (letters !== undefined && codePointOf(letters) <= 0x10ffff) return at + letters.length
  const [property, name] = /^\\[pP](?:\{\^?([A-Za-z_]+)\}|[A-Z])/.exec(rest) ?? []
  if (property !== undefined && isProperty(name ?? property.slice(-1))) return at + property.length
  if (/^\\[!-/:-@[-`{-~]/.test(rest)) return at + 2
  throw new WrongRegex(`a regular expression with escapes that RE2 has, not ${[...rest].slice(0, 2).join('')}`)
}

function codePointOf(written: string) {
  const [, digits = '0'] = /^\\x\{?([0-9a-fA-F]+)/.exec(written) ?? []
  return Number.parseInt(digits, 16)
}

const categories = /^(?:Any|C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/

const isProperty = (name: string) => categories.test(name) || regexScripts.has(name)

/** Where a class such as [^a-z] that begins at `start` ends. */
export function classEnd(regex: string, start: number): number {
  let at = start + (regex[start + 1] === '^' ? 2 : 1)
  for (let isFirst = true; isFirst || regex[at] !== ']'; isFirst = false) {
    const low = classItem(regex, at)
    at = low.end
    if (regex[at] !== '-' || regex[at + 1] === ']' || at + 1 >= regex.length) continue
    const high = classItem(regex, at + 1)
    if (low.code === undefined || high.code === undefined || high.code < low.code)
      throw new WrongRegex('a regular expression whose ranges in [ ] go from the smaller character to the larger')
    at = high.end
  }
  return at + 1
}

function classItem(regex: string, at: number): { end: number; code?: number } {
  const code = regex.codePointAt(at)
  if (code === undefined) throw new WrongRegex('a regular expression whose classes are closed by ]')
  const [posix, name = ''] = /^\[:\^?([a-z]*):\]/.exec(regex.slice(at, at + 20)) ?? []
  if (posix !== undefined) {
    if (!posixClasses.has(name)) throw new WrongRegex(`a regular expression with classes that there are, not ${posix}`)
    return { end: at + posix.length }
  }
  if (code !== 0x5c) return { end: at + (code > 0xffff ? 2 : 1), code }
  const end = escapeEnd(regex, at)
  const written = regex.slice(at, end)
  if (/^\\[AzbB]/.test(written)) throw new WrongRegex('a regular expression without \\b, \\B, \\A and \\z in [ ]')
  return /^\\[dDsSwWpP]/.test(written) ? { end } : { end, code: escapedCode(written) }
}

const posixClasses = new Set(
  'alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' ')
)

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }

function escapedCode(written: string) {
  const sign = written[1] ?? ''
  if (sign === 'x') return codePointOf(written)
  if (sign === '0') return Number.parseInt(written.slice(1), 8)
  return controls[sign] ?? sign.charCodeAt(0)
}
