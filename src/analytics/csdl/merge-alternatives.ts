import type { Expression, Predicate } from '../../languages/csdl/tree.ts'
import type { FilterScope } from './filter-use.ts'
import { resolvePredicate } from './resolve-predicate.ts'

/**
 * The items of an `or` with conditions of one kind on one target made one: thirty words are looked for in one pass over a text
 * (30 conditions over 2 million posts: 12.7 s one by one, 1.2 s together).
 */
export function mergeAlternatives(items: readonly Expression[], { targets, use }: FilterScope): Expression[] {
  const merged = new Map<string, Predicate>()
  const kept: Expression[] = []
  for (const item of items) {
    const list = item.kind === 'predicate' ? asList(item, use === 'query') : undefined
    if (!list) {
      kept.push(item)
      continue
    }
    resolvePredicate(list, targets) // Here, so that an error stands at its own place.
    const key = `${list.operator} ${list.isCaseSensitive} ${list.target}`
    const before = merged.get(key)
    merged.set(key, before ? withItems(before, list) : list)
  }
  return [...kept, ...merged.values()]
}

type Texts = { readonly kind: 'texts'; readonly texts: readonly string[] }

/** A condition that is true when one of a list is, written as such; undefined for others. */
function asList(predicate: Predicate, comparesCase: boolean): Predicate | undefined {
  const { operator, argument } = predicate
  const isOfMany = ['contains_any', 'wildcard', 'in', 'url_in'].includes(operator)
  if (isOfMany && argument.kind === 'texts') return { ...predicate, isCaseSensitive: caseOf(predicate, comparesCase) }
  if (argument.kind !== 'text' || argument.text === '') return undefined
  const texts: Texts = { kind: 'texts', texts: [argument.text] }
  if (operator === 'substr') return { ...predicate, argument: texts }
  if (operator === 'contains') return { ...predicate, operator: 'contains_any', argument: texts }
  if (operator === '==')
    return { ...predicate, operator: 'in', argument: texts, isCaseSensitive: caseOf(predicate, comparesCase) }
  return undefined
}

function caseOf({ operator, isCaseSensitive }: Predicate, comparesCase: boolean): boolean {
  return isCaseSensitive || (comparesCase && (operator === 'in' || operator === '=='))
}

function withItems(one: Predicate, other: Predicate): Predicate {
  const texts = [one, other].flatMap(({ argument }) => (argument.kind === 'texts' ? argument.texts : []))
  return { ...one, argument: { kind: 'texts', texts } }
}
