import { createHash } from 'node:crypto'
import type { Operator, Predicate } from '../../languages/csdl/tree.ts'
import { inChunks } from '../../store/in-chunks.ts'
import type { BoundValues } from '../bound-values.ts'
import { normalisedUrl, normaliseUrl } from '../targets/normalised-url.ts'
import type { TargetSource } from '../targets/target.ts'
import { compilePlace } from './compile-place.ts'
import { comparesCase, type FilterScope, spanOf, textsOf } from './filter-use.ts'
import { fold, foldArgument, foldedSql } from './fold.ts'
import { exactly, forEngine } from './regex.ts'
import { resolvePredicate } from './resolve-predicate.ts'
import { allPhrases, anyPhrase, anyWildcard, nearPhrases } from './word-tests.ts'

/** One condition in SQL; false where its target is missing. */
export function compilePredicate(written: Predicate, scope: FilterScope, needs: Set<TargetSource>): string {
  const target = resolvePredicate(written, scope.targets)
  const predicate = foldArgument(written, target)
  needs.add(target.source)
  scope.values.add(target.params ?? {})
  const value = named(target.expression)
  switch (target.type) {
    case 'point':
      return compilePlace(value, predicate, scope.values)
    case 'number':
      return compileNumber(value, predicate, scope.values)
    case 'text':
      return compileText(value, predicate, scope)
    case 'texts':
      return compileTexts(value, predicate, scope)
  }
}

/** A long expression is written once and then called by its name, so that a thousand conditions on it stay a short query. */
function named(sql: string): string {
  return sql.length < 40 ? sql : `(${sql} AS csdl_${createHash('sha1').update(sql).digest('hex').slice(0, 12)})`
}

function compileNumber(value: string, { operator, argument }: Predicate, values: BoundValues): string {
  if (operator === 'exists') return `NOT isNaN(${value})`
  if (argument.kind === 'numbers') return `${value} IN ${values.bind(argument.values, 'Array(Float64)')}`
  const bound = values.bind(argument.kind === 'number' ? argument.value : Number.NaN, 'Float64')
  return operator === '!='
    ? `(NOT isNaN(${value}) AND ${value} != ${bound})`
    : `${value} ${operator === '==' ? '=' : operator} ${bound}`
}

// multiSearchAny takes no more.
const mostNeedles = 255

// hasAny compares each with each; with more, looking each up is faster.
const fewItems = 20

// What may hold for an empty text must not hold for a missing one.
const holdForEmpty: readonly Operator[] = ['==', 'in', '!=', 'regex_partial', 'regex_exact', 'url_in', 'substr']

function compileText(value: string, predicate: Predicate, scope: FilterScope): string {
  if (predicate.operator === 'exists') return `${value} != ''`
  const test = textTest(predicate, scope)(value)
  return holdForEmpty.includes(predicate.operator) ? `(${value} != '' AND ${test})` : test
}

function compileTexts(value: string, predicate: Predicate, scope: FilterScope): string {
  const { operator } = predicate
  if (operator === 'exists') return `notEmpty(${value})`
  if (operator === '!=' && scope.use === 'query') {
    const equal = textTest({ ...predicate, operator: '==' }, scope)
    return `(notEmpty(${value}) AND NOT arrayExists(x -> ${equal('x')}, ${value}))`
  }
  const { argument } = predicate
  if (
    operator === 'in' &&
    argument.kind === 'texts' &&
    comparesCase(predicate, scope.use) &&
    argument.texts.length <= fewItems
  )
    return `hasAny(${value}, ${scope.values.bind(argument.texts, 'Array(String)')})`
  return `arrayExists(x -> ${textTest(predicate, scope)('x')}, ${value})`
}

/** What a condition asks of one text; a function of the text's SQL. */
function textTest(predicate: Predicate, { values, use }: FilterScope): (text: string) => string {
  const { operator } = predicate
  const keepsCase = comparesCase(predicate, use)
  const inCase = keepsCase ? (text: string) => text : fold
  const items = textsOf(predicate.argument).map(inCase)
  const read = keepsCase ? (text: string) => text : foldedSql(items)
  const [first = ''] = items
  const list = () => values.bind([...new Set(items)], 'Array(String)')
  switch (operator) {
    case '==':
    case '!=': {
      const bound = values.bind(first, 'String')
      return text => `${read(text)} ${operator === '==' ? '=' : '!='} ${bound}`
    }
    case 'in': {
      const bound = list()
      return text => `${read(text)} IN ${bound}`
    }
    case 'substr': {
      const lists = [...inChunks(items, mostNeedles)].map(some => values.bind(some, 'Array(String)'))
      return text => `(${lists.map(some => `multiSearchAny(${read(text)}, ${some})`).join(' OR ')})`
    }
    case 'url_in': {
      const bound = values.bind([...new Set(textsOf(predicate.argument).map(normaliseUrl))], 'Array(String)')
      return text => `${normalisedUrl(text)} IN ${bound}`
    }
    case 'contains':
    case 'contains_any': {
      return anyPhrase(items, keepsCase, values)
    }
    case 'wildcard': {
      const test = anyWildcard(items, values)
      return text => test(read(text))
    }
    case 'contains_all':
      return allPhrases(items, keepsCase, values)
    case 'contains_near':
      return nearPhrases(items, spanOf(predicate.argument), keepsCase, values)
    case 'regex_partial':
    case 'regex_exact': {
      const bound = values.bind(forEngine(operator === 'regex_exact' ? exactly(first) : first), 'String')
      return text => `match(${text}, ${bound})`
    }
    default:
      throw new TypeError(`no text has ${operator}`) // resolvePredicate refuses it before.
  }
}
