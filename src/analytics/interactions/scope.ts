import type { Expression } from '../../languages/csdl/tree.ts'
import { type BoundValues, boundValues } from '../bound-values.ts'
import { compileFilter } from '../csdl/compile-filter.ts'
import type { Target, TargetSource, Targets } from '../targets/target.ts'
import type { AnalysisQuestion } from './analysis.ts'
import { type AuthorSource, type Condition, conditionsOf, inSet } from './author-conditions.ts'
import { interactionsFrom, inWindow } from './interactions-from.ts'

/** The interactions that an analysis is of. */
export type Interactions = Omit<AnalysisQuestion, 'analysis'>

/** They, as the FROM and WHERE of a statement, and what it binds. */
type Scope = { readonly from: string; readonly where: string; readonly values: BoundValues }

/**
 * A new statement over the interactions of a question, joined with no more than its filters and the targets read. `bySet` says of
 * which rows conditions may be asked as sets of authors (author-conditions.ts).
 */
export function openScope(
  question: Interactions,
  targets: Targets,
  read: readonly Pick<Target, 'source' | 'params'>[] = [],
  bySet: ReadonlySet<AuthorSource> = new Set()
): Scope {
  const values = boundValues()
  values.add({
    service_prefix: `${question.service}:`,
    tags_hash: question.tagsHash,
    start: question.start,
    end: question.end
  })
  for (const { params } of read) if (params) values.add(params)
  const all = conditionsOf(question, targets)
  const needs = new Set<TargetSource>(read.map(({ source }) => source))
  const compiled = ({ expression, use }: Condition) => {
    const { sql, needs: more } = compileFilter(expression, { targets, values, use })
    for (const source of more) needs.add(source)
    return `(${sql})`
  }
  const isOfSet = ({ source }: Condition) => source !== undefined && bySet.has(source)
  const conditions: string[] = []
  // Whose author is in no set is met with nothing else.
  for (const source of bySet) {
    const own = all.filter(condition => condition.source === source)
    // A row that is joined anyway costs nothing more.
    if (needs.has(source)) conditions.push(...own.map(compiled))
    else conditions.push(inSet(source, own, targets, values))
  }
  // Those of one filter together, so that what they refuse is looked for together.
  const others = Map.groupBy(
    all.filter(condition => !isOfSet(condition)),
    ({ use }) => use
  )
  for (const [use, some] of others) conditions.push(compiled({ use, expression: allOf(some) }))
  return { from: interactionsFrom(needs), where: [inWindow, ...conditions].join(' AND '), values }
}

/** What makes the interactions of a question the same ones, for the jitter: how a filter is laid out does not. */
export function scopeText({ service, recordingFilter, tagsHash, filter, start, end }: Interactions): string {
  const scope = [service, recordingFilter, tagsHash, filter, start, end]
  return JSON.stringify(scope, (name, member) => (name === 'place' ? undefined : member))
}

function allOf(conditions: readonly Condition[]): Expression {
  const [first, ...rest] = conditions.map(({ expression }) => expression)
  return first && rest.length === 0 ? first : { kind: 'and', items: conditions.map(({ expression }) => expression) }
}
