import type { Expression, Predicate, TagRule } from '../../languages/csdl/tree.ts'
import { wordsOf } from '../../languages/csdl/words.ts'
import { type Matcher, matcherOf } from './evaluate-filter.ts'
import type { FilterReader } from './filter-reader.ts'
import { textsOf } from './filter-use.ts'
import { fold } from './fold.ts'

/** What tag rules say of one interaction: `names[i]` or `scores[i]` (NaN for a name) under `paths[i]`. */
export type PostTags = { readonly paths: string[]; readonly names: string[]; readonly scores: number[] }

/**
 * Tag rules made ready to be asked of many interactions. A rule that cannot hold without one of a few words, or of a few whole
 * values, is looked at only where one of these stands: ten thousand rules cost little more than those that match.
 */
export function tagMatcher(rules: readonly TagRule[]): (reader: FilterReader) => PostTags {
  const matchers = rules.map(({ condition }) => matcherOf(condition, 'recording'))
  const index = new Map<string, Map<string, number[]>>()
  const always: number[] = []
  for (const [at, { condition }] of rules.entries()) {
    const clues = cluesOf(condition)
    if (!clues) always.push(at)
    for (const { kind, target, text } of clues ?? []) {
      const ofTarget = index.get(`${kind} ${target}`) ?? new Map<string, number[]>()
      index.set(`${kind} ${target}`, ofTarget)
      const before = ofTarget.get(text)
      if (before) before.push(at)
      else ofTarget.set(text, [at])
    }
  }
  const indexed = [...index].map(([key, byText]) => ({
    isOfWords: key.startsWith('word '),
    target: key.slice(5),
    byText
  }))
  return reader => {
    const candidates = new Set(always)
    for (const { isOfWords, target, byText } of indexed) {
      for (const reading of reader.texts(target, false)) {
        for (const text of isOfWords ? reading.words(false) : [reading.folded]) {
          for (const at of byText.get(text) ?? []) candidates.add(at)
        }
      }
    }
    return tagsOf(rules, matchers, candidates, reader)
  }
}

function tagsOf(
  rules: readonly TagRule[],
  matchers: readonly Matcher[],
  candidates: ReadonlySet<number>,
  reader: FilterReader
): PostTags {
  const named = new Map<string, { path: string; name: string }>()
  const scores = new Map<string, number>()
  // In the order of the rules: sums of decimals depend on it.
  for (const at of [...candidates].sort((one, other) => one - other)) {
    const rule = rules[at]
    if (!rule || !matchers[at]?.(reader)) continue
    const { path, value } = rule
    if (typeof value === 'number') scores.set(path, (scores.get(path) ?? 0) + value)
    else named.set(`${path}\0${value}`, { path, name: value })
  }
  const summed = [...scores]
  return {
    paths: [...[...named.values()].map(({ path }) => path), ...summed.map(([path]) => path)],
    names: [...[...named.values()].map(({ name }) => name), ...summed.map(([, score]) => String(score))],
    scores: [...[...named.values()].map(() => Number.NaN), ...summed.map(([, score]) => score)]
  }
}

/** A word that a target's text must have, or its whole text, without case. */
type Clue = { readonly kind: 'word' | 'text'; readonly target: string; readonly text: string }

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
      return condition.items.map(cluesOf).reduce(fewer, undefined)
    default:
      return undefined
  }
}

function fewer(one: readonly Clue[] | undefined, other: readonly Clue[] | undefined): readonly Clue[] | undefined {
  if (!one || !other) return one ?? other
  return other.length < one.length ? other : one
}

function cluesOfPredicate({ target, operator, argument }: Predicate): readonly Clue[] | undefined {
  if (argument.kind !== 'text' && argument.kind !== 'texts' && argument.kind !== 'near') return undefined
  const texts = textsOf(argument).map(fold)
  switch (operator) {
    case '==':
    case 'in':
      return texts.map(text => ({ kind: 'text', target, text }))
    case 'contains':
    case 'contains_any':
      return texts.flatMap(text => clueOfPhrase(target, text))
    case 'contains_all':
    case 'contains_near':
      return clueOfPhrase(
        target,
        texts.reduce((one, other) => (longestWord(other).length > longestWord(one).length ? other : one), '')
      )
    default:
      return undefined
  }
}

// A phrase without a word matches nothing, so that nothing has to be there for it.
function clueOfPhrase(target: string, phrase: string): readonly Clue[] {
  const text = longestWord(phrase)
  return text === '' ? [] : [{ kind: 'word', target, text }]
}

// The longest word is likely the rarest.
function longestWord(phrase: string): string {
  return wordsOf(phrase).reduce((one, other) => (other.length > one.length ? other : one), '')
}
