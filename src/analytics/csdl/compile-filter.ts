import type { Expression, Operator } from '../../languages/csdl/tree.ts'
import type { TargetSource } from '../targets/target.ts'
import { compilePredicate } from './compile-predicate.ts'
import type { FilterScope } from './filter-use.ts'
import { mergeAlternatives } from './merge-alternatives.ts'
import { refuse } from './refuse.ts'

/**
 * A filter as one condition over the rows that interactions/interactions-from.ts joins, and which of them it reads. Everything that
 * the filter says is bound. Throws InvalidRequest with the place for a target that is not there and an operator that does not suit it.
 */
export function compileFilter(
  expression: Expression,
  scope: FilterScope
): { readonly sql: string; readonly needs: ReadonlySet<TargetSource> } {
  const needs = new Set<TargetSource>(['post'])
  const sql = compile(expression, scope, needs)
  return { sql, needs }
}

/** Settings of a statement with such a condition: a thousand conditions are longer than what the engine reads by default. */
export const filterSettings = 'max_ast_elements = 1000000, max_expanded_ast_elements = 1000000'

function compile(expression: Expression, scope: FilterScope, needs: Set<TargetSource>): string {
  switch (expression.kind) {
    case 'predicate':
      return compilePredicate(expression, scope, needs)
    case 'not':
      return `NOT ${compile(expression.item, scope, needs)}`
    case 'or':
      return joined(cheapFirst(mergeAlternatives(expression.items, scope)), 'OR', scope, needs)
    case 'and':
      return joined(cheapFirst(withOneNot(expression.items)), 'AND', scope, needs)
    case 'stream':
      throw refuse(expression.place, 'there is a stream that was not resolved.')
  }
}

// `not a and not b` is `not (a or b)`, and alternatives are looked for together.
function withOneNot(items: readonly Expression[]): readonly Expression[] {
  const refused = items.flatMap(item => (item.kind === 'not' ? [item.item] : []))
  if (refused.length < 2) return items
  return [...items.filter(item => item.kind !== 'not'), { kind: 'not', item: { kind: 'or', items: refused } }]
}

// The engine asks what stands behind only of the rows that what stands before left open.
function cheapFirst(items: readonly Expression[]): Expression[] {
  return items.toSorted((one, other) => costOf(one) - costOf(other))
}

// 0 compares values, 1 looks at parts of a text, 2 at every word or by a pattern.
function costOf(expression: Expression): number {
  switch (expression.kind) {
    case 'predicate':
      return costs[expression.operator] ?? 0
    case 'not':
      return costOf(expression.item)
    case 'stream':
      return 0
    default:
      return Math.max(...expression.items.map(costOf))
  }
}

const costs: Partial<Readonly<Record<Operator, number>>> = {
  ...{ substr: 1, contains: 1, contains_any: 1, contains_all: 1, url_in: 2 },
  ...{ contains_near: 2, wildcard: 2, regex_partial: 2, regex_exact: 2 }
}

// One flat chain: ClickHouse reads a thousand conditions beside one another, and not a thousand inside one another.
function joined(
  items: readonly Expression[],
  word: 'AND' | 'OR',
  scope: FilterScope,
  needs: Set<TargetSource>
): string {
  return `(${items.map(item => compile(item, scope, needs)).join(` ${word} `)})`
}
