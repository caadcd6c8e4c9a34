import { requiredLiterals } from '../../languages/csdl/regex-literals.ts'
import type { Expression, Predicate } from '../../languages/csdl/tree.ts'
import { wordsOf } from '../../languages/csdl/words.ts'
import type { TextReading } from './filter-reader.ts'
import { textsOf } from './filter-use.ts'
import { fold } from './fold.ts'

/** A word that a target's text must have, the beginning of one, some letters in a row, or its whole text, without case. */
export type Clue = {
  readonly kind: 'word' | 'beginning' | 'part' | 'text'
  readonly target: string
  readonly text: string
  /** Whether the condition holds where it stands. */
  readonly isEnough: boolean
}

/** What of which one must be there for a condition to hold; undefined when it may hold without. */
export function cluesOf(condition: Expression): readonly Clue[] | undefined {
  switch (condition.kind) {
    case 'predicate':
      return cluesOfPredicate(condition)
    case 'or': {
      const each = condition.items.map(cluesOf)
      return each.every(clues => clues !== undefined) ? each.flat() : undefined
    }
    case 'and':
      return condition.items
        .map(cluesOf)
        .reduce(fewer, undefined)
        ?.map(clue => ({ ...clue, isEnough: false }))
    default:
      return undefined
  }
}

function fewer(one: readonly Clue[] | undefined, other: readonly Clue[] | undefined): readonly Clue[] | undefined {
  if (!one || !other) return one ?? other
  return other.length < one.length ? other : one
}

function cluesOfPredicate({ target, operator, argument, isCaseSensitive }: Predicate): readonly Clue[] | undefined {
  if (argument.kind !== 'text' && argument.kind !== 'texts' && argument.kind !== 'near') return undefined
  const texts = textsOf(argument).map(fold)
  switch (operator) {
    case '==':
    case 'in':
      return texts.map(text => ({ kind: 'text', target, text, isEnough: !isCaseSensitive && text !== '' }))
    case 'contains':
    case 'contains_any':
      return texts.flatMap(text => clueOfPhrase(target, text, !isCaseSensitive && wordsOf(text).length === 1))
    case 'substr':
      return texts.map(text => clueOfPart(target, text, !isCaseSensitive))
    case 'regex_partial':
    case 'regex_exact':
      return requiredLiterals(textsOf(argument)[0] ?? '')?.map(text => clueOfPart(target, text, false))
    case 'wildcard':
      return cluesOfWildcards(target, texts, isCaseSensitive)
    case 'contains_all':
    case 'contains_near':
      return clueOfPhrase(
        target,
        texts.reduce((one, other) => (longestWord(other).length > longestWord(one).length ? other : one), ''),
        false
      )
    default:
      return undefined
  }
}

// Longer ones would be no rarer by much, and every length costs a pass over each text.
const longestPart = 8

function clueOfPart(target: string, text: string, isEnough: boolean): Clue {
  const part = text.slice(0, longestPart)
  return { kind: 'part', target, text: part, isEnough: isEnough && part === text }
}

function cluesOfWildcards(target: string, items: readonly string[], isCaseSensitive: boolean) {
  const clues = items.map((item): Clue | undefined => {
    const [text = ''] = beginning.exec(item) ?? []
    return text === ''
      ? undefined
      : { kind: 'beginning', target, text, isEnough: !isCaseSensitive && item === `${text}*` }
  })
  return clues.every(clue => clue !== undefined) ? clues : undefined
}

const beginning = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u

// A phrase without a word matches nothing, so that nothing has to be there for it.
function clueOfPhrase(target: string, phrase: string, isEnough: boolean): readonly Clue[] {
  const text = longestWord(phrase)
  return text === '' ? [] : [{ kind: 'word', target, text, isEnough }]
}

// The longest word is likely the rarest.
function longestWord(phrase: string): string {
  return wordsOf(phrase).reduce((one, other) => (other.length > one.length ? other : one), '')
}

/** What of a kind stands in a text. */
export function cluesIn(reading: TextReading, kind: Clue['kind'], lengths: ReadonlySet<number>): Iterable<string> {
  switch (kind) {
    case 'text':
      return [reading.folded]
    case 'word':
      return reading.words(false)
    case 'beginning':
      return reading.words(false).flatMap(word => Array.from(lengths, length => word.slice(0, length)))
    case 'part':
      return partsOf(reading.folded, lengths)
  }
}

function* partsOf(text: string, lengths: ReadonlySet<number>): Generator<string> {
  for (const length of lengths) {
    for (let end = length; end <= text.length; end++) yield text.slice(end - length, end)
  }
}
