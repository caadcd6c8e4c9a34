import Type from 'typebox'
import { predicatesOf } from '../../languages/csdl/conditions.ts'
import type { Expression } from '../../languages/csdl/tree.ts'
import { boundValues } from '../bound-values.ts'
import { compileFilter } from '../csdl/compile-filter.ts'
import type { FilterScope, FilterUse } from '../csdl/filter-use.ts'
import type { TargetSource, Targets } from '../targets/target.ts'
import type { AnalysisQuestion } from './analysis.ts'
import type { Ask } from './distinct-authors.ts'

/** Rows that there is one of for each author. */
export type AuthorSource = 'author' | 'profile'

const tableOf = { author: 'enrichments', profile: 'profiles' } as const
const authorSources = ['author', 'profile'] as const

/** One of the conditions that must all hold; `source` when it reads nothing but this row of the author. */
export type Condition = { readonly expression: Expression; readonly use: FilterUse; readonly source?: AuthorSource }

type Filters = Pick<AnalysisQuestion, 'recordingFilter' | 'filter'>

export function conditionsOf({ recordingFilter, filter }: Filters, targets: Targets): Condition[] {
  const filters = [
    { filter: recordingFilter, use: 'recording' },
    { filter, use: 'query' }
  ] as const
  return filters.flatMap(({ filter, use }) =>
    conjunctsOf(filter).map(expression => ({ expression, use, ...onlySource(expression, targets) }))
  )
}

function conjunctsOf(filter: Expression | null): readonly Expression[] {
  if (filter === null) return []
  return filter.kind === 'and' ? filter.items.flatMap(conjunctsOf) : [filter]
}

function onlySource(expression: Expression, targets: Targets): { source?: AuthorSource } {
  const sources = new Set<TargetSource>()
  for (const { target } of predicatesOf(expression)) {
    const { source = 'post', expression: sql = '' } = targets.find(target) ?? {}
    sources.add(source)
    // An age hangs on when the post was written as well.
    if (/\bpost\./.test(sql)) sources.add('post')
  }
  const source = authorSources.find(known => sources.has(known))
  return source && sources.size === 1 ? { source } : {}
}

/**
 * The rows whose conditions can be asked of a set of authors instead of a join, which takes two to four times as long: those
 * that do not hold of an author without such a row. He is in no set, and a join gives him an empty row.
 */
export async function asSets(question: Filters, targets: Targets, ask: Ask): Promise<Set<AuthorSource>> {
  const conditions = conditionsOf(question, targets)
  const found = new Set<AuthorSource>()
  for (const source of authorSources) {
    const own = conditions.filter(condition => condition.source === source)
    if (own.length > 0 && !(await holdOfNobody(source, own, targets, ask))) found.add(source)
  }
  return found
}

async function holdOfNobody(source: AuthorSource, conditions: readonly Condition[], targets: Targets, ask: Ask) {
  const values = boundValues()
  const [row] = await ask(
    Type.Object({ holds: Type.Integer() }),
    `SELECT toUInt8(${allOf(conditions, targets, values)}) AS holds
     FROM (SELECT '' AS author) AS post
     GLOBAL ANY LEFT JOIN (SELECT * FROM ${tableOf[source]} WHERE 0) AS ${source} ON ${source}.id = post.author`,
    values
  )
  return row?.holds !== 0
}

/** The condition that an author is in the set of those of whom all conditions hold. */
export function inSet(
  source: AuthorSource,
  conditions: readonly Condition[],
  targets: Targets,
  values: FilterScope['values']
): string {
  return `post.author GLOBAL IN (
    SELECT ${source}.id FROM ${tableOf[source]} AS ${source} FINAL
    WHERE startsWith(${source}.id, {service_prefix:String}) AND ${allOf(conditions, targets, values)}
  )`
}

function allOf(conditions: readonly Condition[], targets: Targets, values: FilterScope['values']): string {
  const compiled = conditions.map(({ expression, use }) => compileFilter(expression, { targets, values, use }).sql)
  return compiled.map(sql => `(${sql})`).join(' AND ')
}
