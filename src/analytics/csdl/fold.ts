import type { Argument, Expression, Predicate } from '../../languages/csdl/tree.ts'
import type { Target, Targets } from '../targets/target.ts'

/** What a text is when its case does not count; `lowerUTF8` is the same in SQL: a test compares all characters. */
export function fold(text: string): string {
  return text.toLowerCase()
}

/** A filter whose conditions on targets in lower case compare with values in lower case. */
export function foldArguments(expression: Expression, targets: Targets): Expression {
  switch (expression.kind) {
    case 'predicate':
      return foldArgument(expression, targets.find(expression.target))
    case 'not':
      return { ...expression, item: foldArguments(expression.item, targets) }
    case 'and':
    case 'or':
      return { ...expression, items: expression.items.map(item => foldArguments(item, targets)) }
    case 'stream':
      return expression
  }
}

/** The same for one condition. In a regular expression case has other meanings: \W. */
export function foldArgument(predicate: Predicate, target: Pick<Target, 'isLowerCase'> | undefined): Predicate {
  if (!target?.isLowerCase || predicate.operator === 'regex_partial' || predicate.operator === 'regex_exact')
    return predicate
  return { ...predicate, argument: folded(predicate.argument) }
}

function folded(argument: Argument): Argument {
  switch (argument.kind) {
    case 'text':
      return { ...argument, text: fold(argument.text) }
    case 'texts':
    case 'near':
      return { ...argument, texts: argument.texts.map(fold) }
    default:
      return argument
  }
}
