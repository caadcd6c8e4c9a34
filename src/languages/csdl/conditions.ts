import type { Expression, Predicate, Stream } from './tree.ts'

/** All conditions of an expression in the order of the text, those behind `not` too; filters that are still to be included have none. */
export function* predicatesOf(expression: Expression): Generator<Predicate> {
  for (const leaf of leavesOf(expression)) if (leaf.kind === 'predicate') yield leaf
}

/** Its conditions, and the filters that it includes. */
export function* leavesOf(expression: Expression): Generator<Predicate | Stream> {
  switch (expression.kind) {
    case 'predicate':
    case 'stream':
      yield expression
      return
    case 'not':
      yield* leavesOf(expression.item)
      return
    default:
      for (const item of expression.items) yield* leavesOf(item)
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
