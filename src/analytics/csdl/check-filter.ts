import { InvalidRequest } from '../../errors.ts'
import { leavesOf, predicatesOf } from '../../languages/csdl/conditions.ts'
import type { Expression, Operator, Predicate, Program } from '../../languages/csdl/tree.ts'
import type { Target, Targets } from '../targets/target.ts'
import { behindTarget, refuse } from './refuse.ts'
import { resolvePredicate } from './resolve-predicate.ts'

/** How much the filter of an analysis may ask for. */
export const queryFilterLimits = { conditions: 30, listItems: 100 } as const

/** Checks that every target of a recording's filter and of its tag rules is there and suits its condition. Throws InvalidRequest. */
export function checkRecordingFilter(program: Program, targets: Targets): void {
  const expressions = [...program.rules.map(rule => rule.condition), ...(program.filter ? [program.filter] : [])]
  for (const expression of expressions) {
    for (const predicate of predicatesOf(expression)) checkRecordingPredicate(predicate, targets)
  }
}

function checkRecordingPredicate(predicate: Predicate, targets: Targets): void {
  const { source } = resolvePredicate(predicate, targets)
  if (source === 'tags')
    throw refuse(
      behindTarget(predicate),
      `${predicate.target} is made by a recording's rules: only analyses can use it.`
    )
}

/** Checks the filter of an analysis: a part of the language, over targets that name no one author. Throws InvalidRequest. */
export function checkQueryFilter(expression: Expression, targets: Targets): void {
  const leaves = [...leavesOf(expression)]
  if (leaves.length > queryFilterLimits.conditions)
    throw new InvalidRequest(`A query filter has at most ${queryFilterLimits.conditions} conditions.`)
  for (const leaf of leaves) {
    if (leaf.kind === 'stream')
      throw refuse(leaf.place, 'there is stream: it includes a filter, and a query filter has none.')
    checkQueryPredicate(leaf, resolvePredicate(leaf, targets))
  }
}

const wordByWord: readonly Operator[] = ['contains', 'contains_any', 'contains_all', 'contains_near']
const patterns: readonly Operator[] = ['substr', 'url_in', 'regex_partial', 'regex_exact']
const places: readonly Operator[] = ['geo_box', 'geo_radius', 'geo_polygon']
const notForQueries: readonly Operator[] = [...patterns, ...places]

function checkQueryPredicate(predicate: Predicate, target: Target): void {
  const { operator, isCaseSensitive, argument } = predicate
  const no = (what: string) => refuse(behindTarget(predicate), what)
  if (!target.isFilterable)
    throw no(`${target.name} cannot be used in a query filter: only the filter of a recording may name it.`)
  if (isCaseSensitive) throw no('there is cs: a query filter has none.')
  if (notForQueries.includes(operator)) throw no(`there is ${operator}: a query filter has none.`)
  if (wordByWord.includes(operator) && !target.isTokenised)
    throw no(`${target.name} is matched whole: in a query filter it has ==, !=, in and wildcard, not ${operator}.`)
  const items = argument.kind === 'texts' ? argument.texts : argument.kind === 'numbers' ? argument.values : []
  if (items.length > queryFilterLimits.listItems)
    throw no(`there are ${items.length} items: a list of a query filter has at most ${queryFilterLimits.listItems}.`)
  if (operator === 'wildcard' && !items.every(item => plainPattern.test(String(item))))
    throw no('in a query filter the items of wildcard are letters and numbers with * and ?, and begin with neither.')
}

const plainPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}*?]*$/u
