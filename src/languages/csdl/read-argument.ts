import { checkRegex } from './check-regex.ts'
import { csdlLimits } from './limits.ts'
import type { ArgumentForm } from './operators.ts'
import { listItems, plainText, regexText } from './read-text.ts'
import type { Argument } from './tree.ts'
import { hasWord, wordsOf } from './words.ts'

/** What is wrong with an argument: what was expected in its place. */
export class WrongArgument extends Error {}

const wrong = (expected: string) => new WrongArgument(expected)

/** What a text value means to an operator. `written` is the inside of the string with its backslashes. */
export function readText(form: ArgumentForm, written: string): Argument {
  switch (form) {
    case 'phrase':
      return { kind: 'text', text: phrase(written) }
    case 'text':
      return { kind: 'text', text: visibleText(written) }
    case 'text or number':
      return { kind: 'text', text: plainText(written) }
    case 'regex':
      return { kind: 'text', text: checkedRegex(regexText(written)) }
    case 'phrases':
      return { kind: 'texts', texts: withWords(someItems(written)) }
    case 'list':
    case 'list or numbers':
      return { kind: 'texts', texts: someItems(written) }
    case 'patterns':
      return { kind: 'texts', texts: patterns(written) }
    case 'near':
      return near(written)
    case 'box':
    case 'radius':
    case 'polygon':
      return places(form, written)
    case 'number':
      throw wrong('a number, without quotes')
    case 'nothing':
      throw wrong('no value after exists')
  }
}

function visibleText(written: string) {
  const text = plainText(written)
  if (text.trim() === '') throw wrong('a text value that is not empty')
  return text
}

function phrase(written: string) {
  const [text = ''] = withWords([visibleText(written)])
  return text
}

// Invisible characters and lone marks make no word.
function withWords(items: readonly string[]) {
  const found = items.every(hasWord) ? items : items.filter(hasWord)
  if (found.length === 0) throw wrong('at least one word or punctuation character')
  const { phraseCharacters, phraseWords } = csdlLimits
  // A phrase has no more words than characters.
  if (
    found.some(item => item.length > phraseCharacters || (item.length > phraseWords && hasMoreWords(item, phraseWords)))
  )
    throw wrong(`phrases of at most ${phraseWords} words and ${phraseCharacters} characters`)
  return found
}

const hasMoreWords = (text: string, most: number) => wordsOf(text).length > most

function patterns(written: string) {
  const items = withWords(someItems(written, true))
  const { wildcardParts } = csdlLimits
  const isLong = (item: string) => item.length > wildcardParts
  if (
    items.some(
      item =>
        isLong(item) &&
        (hasMoreWords(item.replace(/[*?]/g, 'x'), wildcardParts) ||
          hasMoreWords(item.replace(/[^*?]/g, ''), wildcardParts))
    )
  )
    throw wrong(`items of at most ${wildcardParts} words and as many * and ?`)
  return items
}

function checkedRegex(regex: string) {
  const problem = checkRegex(regex)
  if (problem !== undefined) throw wrong(problem)
  return regex
}

function someItems(written: string, isOfPatterns = false) {
  const items = listItems(written, isOfPatterns)
  if (!items) throw wrong(`a list of at most ${csdlLimits.listItems} items`)
  if (items.length === 0) throw wrong('a list of at least one item, separated by commas')
  return items
}

// "coffee, cake:5"
function near(written: string): Argument {
  const colon = written.lastIndexOf(':')
  const distance = colon < 0 ? Number.NaN : numberOf(written.slice(colon + 1))
  const { nearSpan, nearItems, nearWords } = csdlLimits
  if (!Number.isInteger(distance) || distance < 2 || distance > nearSpan)
    throw wrong(`words, a colon and in how many words from 2 to ${nearSpan} they stand, such as "coffee, cake:5"`)
  const texts = withWords(someItems(written.slice(0, colon)))
  if (texts.length < 2 || texts.length > nearItems) throw wrong(`from 2 to ${nearItems} words, separated by commas`)
  if (texts.some(text => /\s/.test(text))) throw wrong('words without spaces in contains_near, separated by commas')
  if (texts.some(text => hasMoreWords(text, nearWords)))
    throw wrong(`entries of at most ${nearWords} words and signs in contains_near`)
  return { kind: 'near', texts, distance }
}

function places(form: 'box' | 'radius' | 'polygon', written: string): Argument {
  const parts = written.split(':', csdlLimits.polygonPoints + 1)
  if (form === 'radius') return circle(parts)
  const points = parts.map(pointOf)
  if (form === 'box' && points.length !== 2)
    throw wrong('two corners of a box, upper left and lower right: "latitude,longitude:latitude,longitude"')
  if (form === 'polygon' && (points.length < 3 || points.length > csdlLimits.polygonPoints))
    throw wrong(`from 3 to ${csdlLimits.polygonPoints} corners: "latitude,longitude:latitude,longitude:…"`)
  return { kind: 'points', points }
}

function circle([center = '', radius = '', ...rest]: string[]): Argument {
  const radiusKm = numberOf(radius)
  if (rest.length > 0 || !(radiusKm > 0 && radiusKm <= csdlLimits.radiusKm))
    throw wrong(`a centre and a radius of at most ${csdlLimits.radiusKm} kilometres: "latitude,longitude:kilometres"`)
  return { kind: 'points', points: [pointOf(center)], radiusKm }
}

function pointOf(text: string): readonly [number, number] {
  const [latitude = Number.NaN, longitude = Number.NaN, ...rest] = text.split(',', 3).map(numberOf)
  if (rest.length > 0 || !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw wrong('a latitude from -90 to 90, a comma and a longitude from -180 to 180')
  return [latitude, longitude]
}

function numberOf(text: string) {
  const trimmed = text.trim()
  return /^[+-]?(?:\d{1,20}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?$/.test(trimmed)
    ? Number(trimmed)
    : Number.NaN
}

/** A number that a double holds as it is written. */
export function readNumber(written: string): number {
  const value = Number(written)
  if (!Number.isFinite(value)) throw wrong('a number of at most 1e308')
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && /^[+-]?\d+$/.test(written))
    throw wrong(`a number of at most ${Number.MAX_SAFE_INTEGER}, or its digits in double quotes`)
  return value
}
