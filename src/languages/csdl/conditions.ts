import type { Expression, Predicate } from './tree.ts'

/** All conditions of an expression in the order of the text, those behind `not` too. */
export function* conditionsOf(expression: Expression): Generator<Predicate> {
  switch (expression.kind) {
    case 'predicate':
      yield expression
      return
    case 'not':
      yield* conditionsOf(expression.item)
      return
    case 'and':
    case 'or':
      for (const item of expression.items) yield* conditionsOf(item)
  }
}

/** How many conditions there are; a filter that is still to be included counts as one. */
export function countConditions(expression: Expression): number {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.items.reduce((sum, item) => sum + countConditions(item), 0)
    case 'not':
      return countConditions(expression.item)
    default:
      return 1
  }
}
