import type { Operator } from './tree.ts'

/** What is written behind an operator. */
export type ArgumentForm =
  | 'nothing'
  | 'phrase'
  | 'text'
  | 'regex'
  | 'text or number'
  | 'number'
  | 'phrases'
  | 'list'
  | 'list or numbers'
  | 'patterns'
  | 'near'
  | 'box'
  | 'radius'
  | 'polygon'

type OperatorRule = { readonly argument: ArgumentForm; readonly hasCaseSensitive: boolean }

/** To add an operator: its name in tree.ts, and a line here. */
export const operatorRules: Readonly<Record<Operator, OperatorRule>> = {
  exists: { argument: 'nothing', hasCaseSensitive: false },
  contains: { argument: 'phrase', hasCaseSensitive: true },
  contains_any: { argument: 'phrases', hasCaseSensitive: true },
  contains_all: { argument: 'phrases', hasCaseSensitive: true },
  contains_near: { argument: 'near', hasCaseSensitive: true },
  substr: { argument: 'text', hasCaseSensitive: true },
  wildcard: { argument: 'patterns', hasCaseSensitive: true },
  in: { argument: 'list or numbers', hasCaseSensitive: true },
  url_in: { argument: 'list', hasCaseSensitive: false },
  '==': { argument: 'text or number', hasCaseSensitive: true },
  '!=': { argument: 'text or number', hasCaseSensitive: true },
  '<': { argument: 'number', hasCaseSensitive: false },
  '<=': { argument: 'number', hasCaseSensitive: false },
  '>': { argument: 'number', hasCaseSensitive: false },
  '>=': { argument: 'number', hasCaseSensitive: false },
  regex_partial: { argument: 'regex', hasCaseSensitive: false },
  regex_exact: { argument: 'regex', hasCaseSensitive: false },
  geo_box: { argument: 'box', hasCaseSensitive: false },
  geo_radius: { argument: 'radius', hasCaseSensitive: false },
  geo_polygon: { argument: 'polygon', hasCaseSensitive: false }
}

const aliases: Readonly<Record<string, Operator>> = {
  contains_phrase: 'contains',
  any: 'contains_any',
  all: 'contains_all',
  near: 'contains_near',
  wild: 'wildcard',
  regex: 'regex_partial',
  pcre: 'regex_partial',
  '<>': '!='
}

const byWord = new Map<string, Operator>(Object.entries(aliases))
// Object.keys forgets the literal type.
for (const name of Object.keys(operatorRules) as Operator[]) byWord.set(name, name)

/** Operators over lists that are kept outside of a filter. */
export const dynamicListWords: ReadonlySet<string> = new Set(['list_in', 'list_any'])

/** The operator that a word in lower case, or a sign, stands for. */
export function operatorOf(word: string): Operator | undefined {
  return byWord.get(word)
}

/** Words that cannot be a target. */
export function isReserved(word: string): boolean {
  return byWord.has(word) || dynamicListWords.has(word) || keywords.has(word) || /^tags?\./.test(word)
}

const keywords = new Set(['and', 'or', 'not', 'stream', 'tag', 'tags', 'return', 'cs'])

/** What may follow a target, for an error. */
export const afterTarget: readonly string[] = [
  'the operator exists',
  'an operator that acts on text (contains, substr, regex_partial, regex_exact), followed by a text value',
  'an operator that compares (==, !=), followed by a text value or a number',
  'an operator that compares numbers (<, <=, >, >=), followed by a number',
  'an operator that acts on a list (contains_any, contains_all, wildcard, in, url_in), followed by a comma separated list in quotes',
  'the operator in, followed by a list of numbers ([1, 2])',
  'the operator contains_near, followed by words and a span ("coffee, cake:5")',
  'an operator that acts on places (geo_box, geo_radius, geo_polygon), followed by coordinates in quotes',
  'cs for case sensitivity, followed by an operator'
]
