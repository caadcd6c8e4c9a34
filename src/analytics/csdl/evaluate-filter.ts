import type { Expression, Predicate } from '../../languages/csdl/tree.ts'
import { areNear, hasPhrase, wildcardPattern, wordsOf } from '../../languages/csdl/words.ts'
import { normaliseUrl } from '../targets/normalised-url.ts'
import { isInside } from './evaluate-place.ts'
import { type FilterReader, type FilterValue, filterReader, type TextReading } from './filter-reader.ts'
import { comparesCase, type FilterUse, spanOf, textsOf } from './filter-use.ts'
import { fold } from './fold.ts'
import { refuse } from './refuse.ts'
import { compiledRegex, exactly } from './regex.ts'
import { wantsNumber } from './resolve-predicate.ts'

/** Whether an interaction's values satisfy a filter: the same as its SQL says, in plain code. */
export type Matcher = (reader: FilterReader) => boolean

/** Whether the values of one interaction satisfy a filter. A score of tags is asked for with `asNumber`. */
export function evaluateFilter(
  expression: Expression,
  read: (target: string, asNumber: boolean) => FilterValue,
  use: FilterUse = 'recording'
): boolean {
  return matcherOf(expression, use)(filterReader(read))
}

/** A filter made ready to be asked of many interactions. */
export function matcherOf(expression: Expression, use: FilterUse): Matcher {
  switch (expression.kind) {
    case 'predicate':
      return predicateMatcher(expression, use)
    case 'not': {
      const matches = matcherOf(expression.item, use)
      return reader => !matches(reader)
    }
    case 'and': {
      const all = expression.items.map(item => matcherOf(item, use))
      return reader => all.every(matches => matches(reader))
    }
    case 'or': {
      const any = expression.items.map(item => matcherOf(item, use))
      return reader => any.some(matches => matches(reader))
    }
    case 'stream':
      throw refuse(expression.place, 'there is a stream that was not resolved.')
  }
}

function predicateMatcher(predicate: Predicate, use: FilterUse): Matcher {
  const { target, operator } = predicate
  const asNumber = wantsNumber(predicate)
  const value = (reader: FilterReader) => reader.value(target, asNumber)
  if (operator === 'exists') return reader => exists(value(reader))
  if (operator.startsWith('geo_')) return reader => isInside(value(reader), predicate)
  const ofNumber = numberTest(predicate)
  const ofText = textTest(predicate, use)
  const isNoneOf = operator === '!=' && use === 'query'
  const ofEqual = isNoneOf ? textTest({ ...predicate, operator: '==' }, use) : ofText
  return reader => {
    const said = value(reader)
    if (!exists(said)) return false
    const texts = () => reader.texts(target, asNumber)
    if (typeof said === 'number') return ofNumber(said)
    if (Array.isArray(said) && isNoneOf) return !texts().some(ofEqual)
    return texts().some(ofText)
  }
}

function exists(value: FilterValue): boolean {
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number') return !Number.isNaN(value)
  return Array.isArray(value) && value.length > 0 && value.some(item => item !== null)
}

function numberTest({ operator, argument }: Predicate): (value: number) => boolean {
  if (argument.kind === 'numbers') return value => argument.values.includes(value)
  const wanted = argument.kind === 'number' ? argument.value : Number.NaN
  switch (operator) {
    case '==':
      return value => value === wanted
    case '!=':
      return value => value !== wanted
    case '<':
      return value => value < wanted
    case '<=':
      return value => value <= wanted
    case '>':
      return value => value > wanted
    default:
      return value => value >= wanted
  }
}

function textTest(predicate: Predicate, use: FilterUse): (reading: TextReading) => boolean {
  const { operator, argument } = predicate
  const keepsCase = comparesCase(predicate, use)
  const items = textsOf(argument).map(text => (keepsCase ? text : fold(text)))
  const read = (reading: TextReading) => (keepsCase ? reading.text : reading.folded)
  const phrases = items.map(wordsOf)
  switch (operator) {
    case '==':
      return reading => read(reading) === items[0]
    case '!=':
      return reading => read(reading) !== items[0]
    case 'in': {
      const set = new Set(items)
      return reading => set.has(read(reading))
    }
    case 'substr':
      return reading => read(reading).includes(items[0] ?? '')
    case 'url_in': {
      const set = new Set(items.map(normaliseUrl))
      return reading => set.has(normaliseUrl(reading.text))
    }
    case 'contains':
    case 'contains_any':
      return reading => phrases.some(phrase => hasPhrase(reading.words(keepsCase), phrase))
    case 'contains_all':
      return reading => phrases.every(phrase => hasPhrase(reading.words(keepsCase), phrase))
    case 'contains_near':
      // An entry without a letter or a sign is nowhere.
      if (phrases.some(phrase => phrase.length === 0)) return () => false
      return reading => areNear(reading.words(keepsCase), phrases, spanOf(argument))
    case 'wildcard':
    case 'regex_partial':
    case 'regex_exact': {
      const patterns = operator === 'wildcard' ? items.map(wildcardPattern) : items
      const regexes = patterns.map(pattern => compiledRegex(operator === 'regex_exact' ? exactly(pattern) : pattern))
      return reading => regexes.some(regex => regex.matcher(read(reading)).find())
    }
    default:
      return () => false
  }
}
