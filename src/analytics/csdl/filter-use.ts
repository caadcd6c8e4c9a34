import type { Argument, Predicate } from '../../languages/csdl/tree.ts'
import type { BoundValues } from '../bound-values.ts'
import type { Targets } from '../targets/target.ts'

/** The filter of a recording (and of its tag rules), or of an analysis: they compare texts differently. */
export type FilterUse = 'recording' | 'query'

export type FilterScope = { readonly targets: Targets; readonly values: BoundValues; readonly use: FilterUse }

/** Whether upper and lower case differ to a condition. */
export function comparesCase({ operator, isCaseSensitive }: Predicate, use: FilterUse): boolean {
  if (operator === 'regex_partial' || operator === 'regex_exact' || operator === 'url_in') return true
  if (use === 'query' && (operator === '==' || operator === '!=' || operator === 'in')) return true
  return isCaseSensitive
}

/** The texts of an argument; a number stands for its digits where a text is compared. */
export function textsOf(argument: Argument): readonly string[] {
  switch (argument.kind) {
    case 'text':
      return [argument.text]
    case 'texts':
    case 'near':
      return argument.texts
    case 'number':
      return [String(argument.value)]
    case 'numbers':
      return argument.values.map(String)
    default:
      return []
  }
}

/** In how many words in a row contains_near wants its own. */
export function spanOf(argument: Argument): number {
  return argument.kind === 'near' ? argument.distance : 0
}
