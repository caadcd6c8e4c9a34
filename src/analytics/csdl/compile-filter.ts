import type { Expression } from '../../languages/csdl/tree.ts'
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

function compile(expression: Expression, scope: FilterScope, needs: Set<TargetSource>): string {
  switch (expression.kind) {
    case 'predicate':
      return compilePredicate(expression, scope, needs)
    case 'not':
      return `NOT ${compile(expression.item, scope, needs)}`
    case 'or':
      return joined(mergeAlternatives(expression.items, scope), 'OR', scope, needs)
    case 'and':
      return joined(withOneNot(expression.items), 'AND', scope, needs)
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

// One flat chain: ClickHouse reads a thousand conditions beside one another, and not a thousand inside one another.
function joined(
  items: readonly Expression[],
  word: 'AND' | 'OR',
  scope: FilterScope,
  needs: Set<TargetSource>
): string {
  return `(${items.map(item => compile(item, scope, needs)).join(` ${word} `)})`
}
