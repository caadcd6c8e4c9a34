import type { Expression } from '../../languages/csdl/tree.ts'
import { type BoundValues, boundValues } from '../bound-values.ts'
import { compileFilter } from '../csdl/compile-filter.ts'
import type { Target, Targets } from '../targets/target.ts'
import type { AnalysisQuestion } from './analysis.ts'
import { interactionsFrom, inWindow } from './interactions-from.ts'

/** The interactions that an analysis is of. */
export type Interactions = Omit<AnalysisQuestion, 'analysis'>

/** They, as the FROM and WHERE of a statement, and what it binds. */
export type Scope = { readonly from: string; readonly where: string; readonly values: BoundValues }

/** A new statement over the interactions of a question, joined with no more than its filters and the targets read. */
export function openScope(
  question: Interactions,
  targets: Targets,
  read: readonly Pick<Target, 'source' | 'params'>[] = []
): Scope {
  const values = boundValues()
  values.add({
    service_prefix: `${question.service}:`,
    tags_hash: question.tagsHash,
    start: question.start,
    end: question.end
  })
  const filters = [
    ...compiled(question.recordingFilter, { targets, values, use: 'recording' }),
    ...compiled(question.filter, { targets, values, use: 'query' })
  ]
  for (const { params } of read) if (params) values.add(params)
  const needs = new Set([...filters.flatMap(filter => [...filter.needs]), ...read.map(({ source }) => source)])
  return {
    from: interactionsFrom(needs),
    where: [inWindow, ...filters.map(filter => `(${filter.sql})`)].join(' AND '),
    values
  }
}

function compiled(filter: Expression | null, how: Parameters<typeof compileFilter>[1]) {
  return filter === null ? [] : [compileFilter(filter, how)]
}

/** What makes the interactions of a question the same ones, for the jitter: how a filter is laid out does not. */
export function scopeText({ service, recordingFilter, tagsHash, filter, start, end }: Interactions): string {
  const scope = [service, recordingFilter, tagsHash, filter, start, end]
  return JSON.stringify(scope, (name, member) => (name === 'place' ? undefined : member))
}
