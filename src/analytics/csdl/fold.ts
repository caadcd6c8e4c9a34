import type { Argument, Expression, Predicate } from '../../languages/csdl/tree.ts'
import type { Target, Targets } from '../targets/target.ts'

/**
 * What a text is when its case does not count: each letter by itself, so that parts of a text are parts of what it becomes. Only the
 * lower case of Σ hangs on what stands around it.
 */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

/** The same in SQL, where it is compared with texts that are folded already; `lowerUTF8` alone where the difference cannot show. */
export function foldedSql(items: readonly string[]): (text: string) => string {
  const hasSigma = items.some(item => item.includes('σ'))
  return hasSigma ? text => `replaceAll(lowerUTF8(${text}), 'ς', 'σ')` : text => `lowerUTF8(${text})`
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
  return { ...predicate, argument: inLowerCase(predicate.argument) }
}

function inLowerCase(argument: Argument): Argument {
  switch (argument.kind) {
    case 'text':
      return { ...argument, text: argument.text.toLowerCase() }
    case 'texts':
    case 'near':
      return { ...argument, texts: argument.texts.map(text => text.toLowerCase()) }
    default:
      return argument
  }
}
