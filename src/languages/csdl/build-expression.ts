import type { Expression } from './tree.ts'

/** Items under one word; a chain inside a chain of the same word joins it, one item stands for itself. */
export function joined(kind: 'and' | 'or', items: readonly Expression[]): Expression {
  const [only] = items
  if (only !== undefined && items.length === 1) return only
  if (!items.some(item => item.kind === kind)) return { kind, items }
  return { kind, items: items.flatMap(item => (item.kind === kind ? item.items : [item])) }
}

/** Two `not` in a row are none. */
export function negated(item: Expression, isNegated: boolean): Expression {
  if (!isNegated) return item
  return item.kind === 'not' ? item.item : { kind: 'not', item }
}

/** How many words stand inside one another. Trees of the parser are never deeper than its parentheses, so this may recurse. */
export function depthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return 1 + Math.max(...expression.items.map(depthOf))
    case 'not':
      return 1 + depthOf(expression.item)
    default:
      return 0
  }
}
