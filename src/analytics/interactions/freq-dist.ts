import Type, { type Static } from 'typebox'
import { InvalidRequest } from '../../errors.ts'
import { publishSql } from '../privacy.ts'
import type { Target, Targets } from '../targets/target.ts'
import type { AnalysisBlock, AnalysisQuestion, AnalysisRow, FreqDist } from './analysis.ts'
import type { Level } from './count.ts'
import { distinctAuthorsSql } from './distinct-authors.ts'
import { openScope, scopeText } from './scope.ts'

const Row = Type.Object({
  /** The value of each level, the outermost first. */
  keys: Type.Array(Type.String()),
  interactions: Type.Integer(),
  unique_authors: Type.Integer()
})
type Row = Static<typeof Row>

/** How often each value occurs, and under each that is shown those of the next level: one statement a level. */
export async function countValues(question: AnalysisQuestion, analysis: FreqDist, how: Level): Promise<AnalysisBlock> {
  const levels = levelsOf(analysis)
  const rowsOfLevels: Row[][] = []
  for (const depth of levels.keys()) {
    const above = rowsOfLevels[depth - 1]
    const isEmpty = above !== undefined && above.length === 0
    rowsOfLevels.push(isEmpty ? [] : await countLevel(question, levels.slice(0, depth + 1), above ?? [], how))
  }
  return blockOf(analysis, rowsOfLevels.map(byParent), [])
}

function levelsOf(analysis: FreqDist): FreqDist[] {
  return analysis.child ? [analysis, ...levelsOf(analysis.child)] : [analysis]
}

/** The rows of the innermost of the levels under the rows shown of the level above. */
async function countLevel(
  question: AnalysisQuestion,
  levels: readonly FreqDist[],
  above: readonly Row[],
  { targets, privacy, ask, distinct, bySet }: Level
): Promise<Row[]> {
  const read = levels.map(({ parameters }) => analysable(parameters.target, targets))
  const { from, where, values } = openScope(question, targets, read, bySet)
  const names = read.map((_, depth) => `key_${depth}`)
  const parents = names.slice(0, -1)
  const restrictions = parents.length === 0 ? [] : [shownAbove(parents, above, values.bind)]
  const exact = { interactions: 'counted', authors: 'authors', point: pointSql(read, names, values.bind) }
  const told = publishSql(exact, privacy.minAuthors, privacy, scopeText(question), values)
  const threshold = values.bind(levels.at(-1)?.parameters.threshold, 'UInt32')
  const keys = read.map((target, depth) => {
    const shown = depth < parents.length ? values.bind([...new Set(keysOf(above, depth))], 'Array(String)') : undefined
    return `${keySql(target, depth, shown)} AS ${names[depth]}`
  })
  return await ask(
    Row,
    `
    SELECT [${names.join(', ')}] AS keys, ${told.interactions} AS interactions, ${told.unique_authors} AS unique_authors
    FROM (
      SELECT ${keys.join(', ')}, count() AS counted, ${distinctAuthorsSql[distinct]} AS authors
      FROM ${from}
      WHERE ${[where, ...names.map(name => `${name} != ''`), ...restrictions].join(' AND ')}
      GROUP BY ${names.join(', ')}
    )
    WHERE ${told.isShown}
    -- By what is told, then by the value: an order by exact counts would tell more than the rounded ones.
    ORDER BY ${[...parents, 'interactions DESC', 'unique_authors DESC', names.at(-1)].join(', ')}
    LIMIT ${threshold}${parents.length === 0 ? '' : ` BY ${parents.join(', ')}`}`,
    values
  )
}

function analysable(name: string, targets: Targets): Target {
  const target = targets.find(name)
  // It was checked when the question was asked; since then a trait may have been switched off.
  if (!target?.isAnalysable) throw new InvalidRequest(`The target ${name} is not there to be analysed any more.`)
  return target
}

/** The values of an interaction as texts, each once, as many rows as there are; '' where there is none. Of a list only those `shown`. */
function keySql({ type, expression }: Target, depth: number, shown: string | undefined): string {
  if (type === 'text') return `toString(${expression})`
  if (type === 'number') return `if(isNaN(${expression}), '', toString(${expression}))`
  // Before they are multiplied by those of the next level.
  const wanted = shown === undefined ? expression : `arrayFilter(one -> one IN ${shown}, ${expression})`
  return `arrayJoin(${orderOf[depth] ?? ''}(arrayDistinct(${wanted})))`
}

// The engine takes two equal calls of arrayJoin for one: under themselves, values are counted in another order.
const orderOf = ['', 'arrayReverse', 'arraySort']

type Bind = ReturnType<typeof openScope>['values']['bind']

const keysOf = (rows: readonly Row[], depth: number) => rows.map(({ keys }) => keys[depth] ?? '')

function shownAbove(parents: readonly string[], above: readonly Row[], bind: Bind): string {
  const lists = parents.map((_, depth) => bind(keysOf(above, depth), 'Array(String)'))
  if (lists.length === 1) return `${parents[0]} IN ${lists[0]}`
  const columns = lists.map((_, at) => `shown.${at + 1}`)
  return `(${parents.join(', ')}) GLOBAL IN (
    SELECT ${columns.join(', ')} FROM (SELECT arrayJoin(arrayZip(${lists.join(', ')})) AS shown)
  )`
}

/** The same text for the same values of the same targets, whichever is nested in which. */
function pointSql(read: readonly Target[], names: readonly string[], bind: Bind): string {
  const parts = read
    .map((target, depth) => ({ target: target.name, key: names[depth] }))
    .sort((one, other) => (one.target < other.target ? -1 : one.target > other.target ? 1 : 0))
    .flatMap(({ target, key }) => [bind(target, 'String'), key, `'\\0'`])
  return `concat(${parts.join(', ')})`
}

type ByParent = ReadonlyMap<string, readonly Row[]>

function byParent(rows: readonly Row[]): ByParent {
  return Map.groupBy(rows, ({ keys }) => pathOf(keys.slice(0, -1)))
}

const pathOf = (keys: readonly string[]) => JSON.stringify(keys)

function blockOf(analysis: FreqDist, levels: readonly ByParent[], path: readonly string[]): AnalysisBlock {
  const { analysis_type, parameters, child } = analysis
  const rows = levels[path.length]?.get(pathOf(path)) ?? []
  const results = rows.map(({ keys, interactions, unique_authors }): AnalysisRow => {
    const row = { key: keys.at(-1) ?? '', interactions, unique_authors }
    return child ? { ...row, child: blockOf(child, levels, keys) } : row
  })
  // Never true under a row that is shown; a whole result that tells nothing is made in analyse.ts.
  return { analysis_type, parameters, results, redacted: false }
}
