import type { StrategyKnowledge } from '../strategy.ts'
import type { Dimension } from './dimensions.ts'
import { readDimension } from './read-audience.ts'
import { checkName, quote, readInteger, readObject } from './read-members.ts'
import { isEmpty, readSelection, type Selection, selectionMembers } from './selection.ts'

/** How an answer is split: by selections of one's own, or by the largest segments of a dimension. */
export type Groups =
  | { readonly kind: 'custom'; readonly selections: readonly (readonly [name: string, selection: Selection])[] }
  | { readonly kind: 'top'; readonly dimension: Dimension; readonly count: number }

/** How many groups there may be: each costs analysis tasks. */
export const mostGroups = 20

/** Reads `{custom: {NAME: {…}}}` or `{top: {DIMENSION: n}}`. */
export function readGroups(value: unknown, known: StrategyKnowledge, errors: string[]): Groups | undefined {
  const { custom, top } = readObject('groups', value, ['custom', 'top'], errors) ?? {}
  if ((custom === undefined) === (top === undefined)) {
    errors.push('groups must have either custom or top')
    return undefined
  }
  return custom === undefined ? readTop(top, known, errors) : readCustom(custom, known, errors)
}

function readCustom(value: unknown, known: StrategyKnowledge, errors: string[]): Groups {
  const members = Object.entries(readObject('groups.custom', value, undefined, errors) ?? {})
  if (members.length < 1 || members.length > mostGroups)
    errors.push(`groups.custom must name from 1 to ${mostGroups} groups`)
  return { kind: 'custom', selections: members.map(([name, group]) => [name, readGroup(name, group, known, errors)]) }
}

function readGroup(name: string, value: unknown, known: StrategyKnowledge, errors: string[]): Selection {
  const path = `groups.custom.${quote(name)}`
  checkName('group', name, errors)
  const before = errors.length
  const selection = readSelection(`${path}.`, readObject(path, value, selectionMembers, errors) ?? {}, known, errors)
  if (errors.length === before && isEmpty(selection))
    errors.push(`${path} must have at least one of ${selectionMembers.join(',')}`)
  return selection
}

function readTop(value: unknown, known: StrategyKnowledge, errors: string[]): Groups | undefined {
  const members = Object.entries(readObject('groups.top', value, undefined, errors) ?? {})
  const [member] = members
  if (members.length !== 1 || !member) {
    errors.push('groups.top must name one dimension, and how many of its segments')
    return undefined
  }
  const [name, given] = member
  const count = readInteger(`groups.top.${name}`, given, [1, mostGroups], errors)
  const dimension = readDimension('groups.top', name, known, errors)
  return dimension && { kind: 'top', dimension, count }
}
