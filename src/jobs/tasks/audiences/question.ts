import { InvalidRequest } from '../../../errors.ts'
import type { StrategyKnowledge } from '../strategy.ts'
import { type Groups, mostGroups, readGroups } from './groups.ts'
import { audienceFilter, readAudience } from './read-audience.ts'
import { readObject } from './read-members.ts'
import { isEmpty, readSelection, type Selection, selectionMembers } from './selection.ts'
import { readSortBy } from './sort-rows.ts'
import { readPeriod } from './window.ts'

/** What a strategy that compares an audience is asked, its parameters checked. */
export type Question = {
  /** What all groups have in common; everything when there are groups and nothing else. */
  readonly selection: Selection
  readonly groups?: Groups
  /** CSDL of those who are compared to; '' = everybody. */
  readonly comparison: string
  readonly period: number
  readonly sortBy: string
}

/** What a strategy takes beside what all of them take. */
type QuestionForm = {
  readonly name: string
  readonly sortFields: readonly string[]
  /** Whether whom to compare to must be said; otherwise it is everybody. */
  readonly mustCompare: boolean
  readonly ownMembers?: readonly string[]
}

/** Reads the parameters of a strategy that compares an audience; throws InvalidRequest with every sentence. */
export function readQuestion<Own>(
  parameters: unknown,
  form: QuestionForm,
  known: StrategyKnowledge,
  readOwn: (members: Readonly<Record<string, unknown>>, errors: string[]) => Own
): Question & { readonly own: Own } {
  const errors: string[] = []
  const names = [...selectionMembers, 'comparison_audience', 'period', 'sort_by', 'groups', ...(form.ownMembers ?? [])]
  const members = readObject('parameters', parameters, names, errors)
  if (!members) throw new InvalidRequest(errors)
  const question = {
    selection: readSelection('', members, known, errors),
    ...groupsOf(members.groups, known, errors),
    comparison: readComparison(members.comparison_audience, form, known, errors),
    period: readPeriod(members.period, errors),
    sortBy: readSortBy(members.sort_by, form.sortFields, 'engagement_ratio', errors),
    own: readOwn(members, errors)
  }
  if (errors.length === 0 && isEmpty(question.selection) && !question.groups)
    errors.push(`${form.name} needs at least one of ${selectionMembers.join(',')}, or groups`)
  if (errors.length > 0) throw new InvalidRequest(errors)
  return question
}

function groupsOf(value: unknown, known: StrategyKnowledge, errors: string[]): { groups?: Groups } {
  const groups = value === undefined ? undefined : readGroups(value, known, errors)
  return groups ? { groups } : {}
}

function readComparison(value: unknown, form: QuestionForm, known: StrategyKnowledge, errors: string[]): string {
  if (value === 'global' || (value === undefined && !form.mustCompare)) return ''
  if (value === undefined) {
    errors.push(`Missing param 'comparison_audience'`)
    return ''
  }
  if (typeof value === 'string') {
    errors.push('comparison_audience must be "global" or an object of dimensions and their segments')
    return ''
  }
  return audienceFilter(readAudience('comparison_audience', value, known, errors))
}

/** How many groups are answered at most; an answer that is not split counts as one. */
export function groupCount({ groups }: Pick<Question, 'groups'>): number {
  if (!groups) return 1
  return groups.kind === 'custom' ? Math.min(groups.selections.length, mostGroups) : groups.count
}
