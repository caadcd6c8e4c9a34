import { advance, type Cursor, expected, isAt, placeAt } from './cursor.ts'
import { csdlLimits } from './limits.ts'
import { type ArgumentForm, afterTarget, dynamicListWords, isReserved, operatorOf, operatorRules } from './operators.ts'
import { readNumber, readText, WrongArgument } from './read-argument.ts'
import type { Argument, Operator, Predicate, Stream } from './tree.ts'

/** `interaction.content contains "coffee"`. */
export function readPredicate(cursor: Cursor): Predicate {
  const { kind, text: target, offset } = cursor.token
  if (kind !== 'word' || isReserved(target) || !/^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*$/u.test(target))
    throw expected(cursor, startOfCondition)
  const place = placeAt(cursor, offset)
  advance(cursor)
  const isCaseSensitive = isAt(cursor, 'word', 'cs')
  if (isCaseSensitive) advance(cursor)
  const operator = readOperator(cursor, isCaseSensitive)
  const argument = readArgument(cursor, operatorRules[operator].argument)
  return { kind: 'predicate', target, operator, isCaseSensitive, argument, place }
}

const startOfCondition = [
  'a target such as interaction.content, followed by an operator',
  'not',
  'an opening parenthesis',
  'the word stream, followed by the hash of a filter in quotes'
]

/** `stream "hash"`. */
export function readStream(cursor: Cursor): Stream {
  const place = placeAt(cursor, cursor.token.offset)
  advance(cursor)
  return { kind: 'stream', hash: readHash(cursor), place }
}

/** The hash of a compiled filter in quotes, in lower case. */
export function readHash(cursor: Cursor): string {
  if (!isAt(cursor, 'text') || !/^[0-9a-fA-F]{32}$/.test(cursor.token.text))
    throw expected(cursor, 'the hash of a compiled filter in quotes: 32 digits from 0 to f')
  return advance(cursor).text.toLowerCase()
}

function readOperator(cursor: Cursor, isCaseSensitive: boolean): Operator {
  const { kind, text } = cursor.token
  if (dynamicListWords.has(text) && kind === 'word')
    throw expected(
      cursor,
      'another operator than list_in and list_any: there are no dynamic lists here, write the items into the filter with in or contains_any'
    )
  const operator = kind === 'text' ? undefined : operatorOf(text)
  if (!operator) throw expected(cursor, isCaseSensitive ? caseSensitiveOperators : afterTarget)
  if (isCaseSensitive && !operatorRules[operator].hasCaseSensitive) throw expected(cursor, caseSensitiveOperators)
  advance(cursor)
  return operator
}

// The names of an object's members are their type's; Object.entries forgets it.
const caseSensitiveOperators = `an operator that can be case-sensitive (${Object.entries(operatorRules)
  .filter(([, rule]) => rule.hasCaseSensitive)
  .map(([name]) => name)
  .join(', ')})`

function readArgument(cursor: Cursor, form: ArgumentForm): Argument {
  if (form === 'nothing') return { kind: 'none' }
  if (isAt(cursor, '[')) return readBracket(cursor, form)
  return readValue(cursor, form)
}

function readValue(cursor: Cursor, form: ArgumentForm): Argument {
  const { kind, text } = cursor.token
  const takesNumber = form === 'number' || form === 'text or number'
  if (kind !== 'text' && !(kind === 'number' && takesNumber)) throw expected(cursor, formNames[form])
  const argument = orExpected(
    cursor,
    (): Argument => (kind === 'number' ? { kind, value: readNumber(text) } : readText(form, text))
  )
  advance(cursor)
  return argument
}

function orExpected<Value>(cursor: Cursor, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof WrongArgument ? expected(cursor, error.message) : error
  }
}

const formNames: Readonly<Record<ArgumentForm, string | readonly string[]>> = {
  nothing: 'nothing',
  phrase: 'a text value',
  text: 'a text value',
  regex: 'a regular expression in quotes',
  'text or number': ['a text value', 'a number'],
  number: 'a number',
  phrases: 'a list of comma separated strings in quotes',
  list: 'a list of comma separated strings in quotes',
  'list or numbers': ['a list of comma separated strings in quotes', 'a list of numbers ([1, 2])'],
  patterns: 'a list of comma separated strings in quotes',
  near: 'words and a span in quotes ("coffee, cake:5")',
  box: 'two corners in quotes ("latitude,longitude:latitude,longitude")',
  radius: 'a centre and a radius in quotes ("latitude,longitude:kilometres")',
  polygon: 'corners in quotes ("latitude,longitude:latitude,longitude:…")'
}

// [1, 2] is a list, [keep(classic)] says how the original should treat punctuation.
function readBracket(cursor: Cursor, form: ArgumentForm): Argument {
  advance(cursor)
  if (isAt(cursor, 'word')) {
    skipPunctuationControl(cursor)
    return readValue(cursor, form)
  }
  if (form !== 'list or numbers')
    throw expected(cursor, 'the word keep or drop: only in takes a list in brackets, other lists stand in quotes')
  const values = [readNumberToken(cursor)]
  while (isAt(cursor, ',')) {
    advance(cursor)
    values.push(readNumberToken(cursor))
    if (values.length > csdlLimits.listItems)
      throw expected(cursor, `a list of at most ${csdlLimits.listItems} numbers`)
  }
  if (!isAt(cursor, ']')) throw expected(cursor, ['a comma', 'the end of the list (])'])
  advance(cursor)
  return { kind: 'numbers', values }
}

/** The number that the cursor stands on. */
export function readNumberToken(cursor: Cursor) {
  const { kind, text } = cursor.token
  if (kind !== 'number') throw expected(cursor, 'a number')
  const value = orExpected(cursor, () => readNumber(text))
  advance(cursor)
  return value
}

// [keep(classic)] or [keep(Pc, Pd), drop("-")]: words are cut by one rule here (docs/csdl.md), so it is read and has no effect.
function skipPunctuationControl(cursor: Cursor) {
  for (;;) {
    if (cursor.token.text !== 'keep' && cursor.token.text !== 'drop') throw expected(cursor, 'the word keep or drop')
    advance(cursor)
    if (!isAt(cursor, '(')) throw expected(cursor, 'a set of characters in parentheses, such as (default)')
    do {
      advance(cursor)
      if (!isAt(cursor, 'word') && !isAt(cursor, 'text')) throw expected(cursor, 'a set of characters')
      advance(cursor)
    } while (isAt(cursor, ','))
    if (!isAt(cursor, ')')) throw expected(cursor, ['a comma', 'a closing parenthesis'])
    advance(cursor)
    if (isAt(cursor, ']')) break
    if (!isAt(cursor, ',')) throw expected(cursor, ['a comma', 'a closing bracket (])'])
    advance(cursor)
  }
  advance(cursor)
}
