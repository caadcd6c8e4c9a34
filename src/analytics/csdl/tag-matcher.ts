import type { Expression, Predicate, TagRule } from '../../languages/csdl/tree.ts'
import { wordsOf } from '../../languages/csdl/words.ts'
import { type Matcher, matcherOf } from './evaluate-filter.ts'
import type { FilterReader, TextReading } from './filter-reader.ts'
import { textsOf } from './filter-use.ts'
import { fold } from './fold.ts'

/** What tag rules say of one interaction: `names[i]` or `scores[i]` (NaN for a name) under `paths[i]`. */
export type PostTags = { readonly paths: string[]; readonly names: string[]; readonly scores: number[] }

/**
 * Tag rules made ready to be asked of many interactions. A rule that cannot hold without one of a few words, or of a few whole
 * values, is looked at only where one of these stands: ten thousand rules cost little more than those that match.
 */
export function tagMatcher(rules: readonly TagRule[]): (reader: FilterReader) => PostTags {
  const made: Matcher[] = []
  // Most of many rules are never looked at.
  const holds = (at: number, { condition }: TagRule, reader: FilterReader) => {
    made[at] ??= matcherOf(condition, 'recording')
    return made[at](reader)
  }
  const { indexed, always } = indexOf(rules)
  return reader => {
    const found = new Map<number, boolean>(always.map(at => [at, false]))
    for (const { kind, target, byText, lengths } of indexed) {
      for (const reading of reader.texts(target, false)) {
        for (const text of cluesIn(reading, kind, lengths)) {
          for (const { at, isEnough } of byText.get(text) ?? []) found.set(at, isEnough || found.get(at) === true)
        }
      }
    }
    const matching: TagRule[] = []
    // In the order of the rules: sums of decimals depend on it.
    for (const at of [...found.keys()].sort((one, other) => one - other)) {
      const rule = rules[at]
      if (rule && (found.get(at) || holds(at, rule, reader))) matching.push(rule)
    }
    return tagsOf(matching)
  }
}

/** A rule to be looked at where a clue stands; with `isEnough` it holds there. */
type Candidate = { readonly at: number; readonly isEnough: boolean }

type Index = Pick<Clue, 'kind' | 'target'> & {
  readonly byText: Map<string, Candidate[]>
  /** Of the texts. */
  readonly lengths: Set<number>
}

function cluesIn(reading: TextReading, kind: Clue['kind'], lengths: ReadonlySet<number>): readonly string[] {
  if (kind === 'text') return [reading.folded]
  if (kind === 'word') return reading.words(false)
  return reading.words(false).flatMap(word => Array.from(lengths, length => word.slice(0, length)))
}

/** The rules by what must stand in a target's text, and those that may hold without anything. */
function indexOf(rules: readonly TagRule[]): {
  readonly indexed: readonly Index[]
  readonly always: readonly number[]
} {
  const indexes = new Map<string, Index>()
  const always: number[] = []
  for (const [at, { condition }] of rules.entries()) {
    const clues = cluesOf(condition)
    if (!clues) always.push(at)
    for (const { kind, target, text, isEnough } of clues ?? []) {
      const index = indexes.get(`${kind} ${target}`) ?? { kind, target, byText: new Map(), lengths: new Set() }
      indexes.set(`${kind} ${target}`, index)
      index.lengths.add(text.length)
      const before = index.byText.get(text)
      if (before) before.push({ at, isEnough })
      else index.byText.set(text, [{ at, isEnough }])
    }
  }
  return { indexed: [...indexes.values()], always }
}

function tagsOf(matching: readonly TagRule[]): PostTags {
  const tags: PostTags = { paths: [], names: [], scores: [] }
  const told = new Map<string, Set<string>>()
  const sums = new Map<string, number>()
  for (const { path, value } of matching) {
    if (typeof value === 'number') {
      sums.set(path, (sums.get(path) ?? 0) + value)
      continue
    }
    const names = told.get(path) ?? new Set()
    if (names.has(value)) continue
    told.set(path, names.add(value))
    add(tags, path, value, Number.NaN)
  }
  for (const [path, sum] of sums) add(tags, path, String(sum), sum)
  return tags
}

function add(tags: PostTags, path: string, name: string, score: number): void {
  tags.paths.push(path)
  tags.names.push(name)
  tags.scores.push(score)
}

/** A word that a target's text must have, the beginning of one, or its whole text, without case. */
type Clue = {
  readonly kind: 'word' | 'beginning' | 'text'
  readonly target: string
  readonly text: string
  /** Whether the condition holds where it stands. */
  readonly isEnough: boolean
}

/** What of which one must be there for a condition to hold; undefined when it may hold without. */
function cluesOf(condition: Expression): readonly Clue[] | undefined {
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
