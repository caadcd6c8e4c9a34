import type { Operator, Predicate } from '../../languages/csdl/tree.ts'
import type { Target, Targets, TargetType } from '../targets/target.ts'
import { nearestNames } from '../targets/targets.ts'
import { behindTarget, refuse } from './refuse.ts'

const comparisons: readonly Operator[] = ['<', '<=', '>', '>=']
const places: readonly Operator[] = ['geo_box', 'geo_radius', 'geo_polygon']
const ofNumbers: readonly Operator[] = ['exists', '==', '!=', 'in', ...comparisons]

/** The target of a condition, which its operator and its argument suit. Throws InvalidRequest with the place. */
export function resolvePredicate(predicate: Predicate, targets: Targets): Target {
  const named = targets.find(predicate.target)
  if (!named) {
    const { target } = predicate
    const name = target.length > longestShown ? `${target.slice(0, longestShown)}…` : target
    const nearest = nearestNames(targets, target).join(', ')
    throw refuse(behindTarget(predicate), `${name} is not a target. Near it are: ${nearest}.`)
  }
  const target = named.asNumber && wantsNumber(predicate) ? named.asNumber : named
  const problem = problemOf(target, predicate)
  if (problem !== '') throw refuse(behindTarget(predicate), problem)
  return target
}

// A word may be as long as its text.
const longestShown = 100

/** Whether a condition can only be about a number. */
export function wantsNumber({ operator, argument }: Predicate): boolean {
  return comparisons.includes(operator) || argument.kind === 'number' || argument.kind === 'numbers'
}

function problemOf({ name, type }: Target, { operator, argument }: Predicate): string {
  if (!operatorsSuit(type, operator)) return `${name} is ${typeNames[type]}: it has no ${operator}.`
  if (type === 'number' && (argument.kind === 'text' || argument.kind === 'texts'))
    return `${name} is ${typeNames[type]}: write the value of ${operator} without quotes${operator === 'in' ? ', as [1, 2]' : ''}.`
  return ''
}

function operatorsSuit(type: TargetType, operator: Operator): boolean {
  if (type === 'point') return operator === 'exists' || places.includes(operator)
  if (type === 'number') return ofNumbers.includes(operator)
  return !comparisons.includes(operator) && !places.includes(operator)
}

const typeNames: Readonly<Record<TargetType, string>> = {
  text: 'a text',
  texts: 'a list of texts',
  number: 'a number',
  point: 'a place'
}
