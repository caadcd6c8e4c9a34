import { NotFound } from '../errors.ts'
import { isObject, type JsonObject } from '../json-object.ts'
import { type Cell, csvText } from './csv-text.ts'

type Row = Readonly<Record<string, Cell>>

const firstColumns = ['section', 'rank', 'id', 'displayName', 'handle', 'value', 'share', 'score']

/**
 * The rankings (a row for each item) and breakdowns (a row for the audience, and for each value of a field its share and what
 * it rests on) of a result as one table, RFC 4180; `section` says where a row stands in the result. Throws NotFound for a
 * result that has neither.
 */
export function resultCsv(result: unknown): string {
  if (!isObject(result) || !hasTable(result)) {
    throw new NotFound('This result has no rankings and no breakdowns: take its result.json.')
  }
  const rows = [...rowsOf(result, [])]
  const columns = [...new Set([...firstColumns, ...rows.flatMap(Object.keys)])]
  const used = rows.length > 0 ? columns.filter(column => rows.some(row => row[column] !== undefined)) : firstColumns
  return csvText([used, ...rows.map(row => used.map(column => row[column]))])
}

// A map of profiles has none; a ranking that is empty is a table without rows.
function hasTable(result: JsonObject): boolean {
  return Object.entries(result).some(
    ([name, member]) => !name.startsWith('_') && isObject(member) && member.type !== 'profile'
  )
}

function* rowsOf(tree: JsonObject, path: readonly string[], coverage: JsonObject = {}): Generator<Row> {
  if (tree.type === 'profile') return
  const section = path.join('.')
  if (coverage.redacted === true) return yield { section, ...scalarsOf(coverage) }
  if (path.length > 0 && isAggregation(tree)) return yield* valueRows(tree, section, coverage)
  if (Array.isArray(tree.items)) return yield* rankingRows(tree.items, path)
  if ('audienceSize' in tree) yield { section, ...scalarsOf({ ...tree, image: null, summary: null }) }
  const coverages = isObject(tree._coverage) ? tree._coverage : {}
  for (const [name, member] of Object.entries(tree)) {
    const found = coverages[name]
    if (name.startsWith('_')) continue
    if (Array.isArray(member)) yield* memberRows(member, [...path, name])
    else if (isObject(member)) yield* rowsOf(member, [...path, name], isObject(found) ? found : {})
  }
}

function* valueRows(shares: Readonly<Record<string, number>>, section: string, coverage: JsonObject): Generator<Row> {
  const { n, of, interval: intervals } = coverage
  for (const [value, share] of Object.entries(shares)) {
    const interval = isObject(intervals) ? intervals[value] : undefined
    yield { section, value, share, ...scalarsOf({ n, of, interval }) }
  }
}

function* rankingRows(items: readonly unknown[], path: readonly string[]): Generator<Row> {
  for (const item of items) {
    if (!isObject(item)) continue
    if (Array.isArray(item.items)) yield* rankingRows(item.items, [...path, String(item.id)])
    else if ('rank' in item) yield { section: path.join('.'), ...scalarsOf(item) }
  }
}

// A list of breakdowns, one for each account.
function* memberRows(members: readonly unknown[], path: readonly string[]): Generator<Row> {
  for (const member of members) {
    if (isObject(member)) yield* rowsOf(member, [...path, ...(typeof member.id === 'string' ? [member.id] : [])])
  }
}

function isAggregation(tree: JsonObject): tree is Readonly<Record<string, number>> {
  const values = Object.values(tree)
  return values.length > 0 && values.every(value => typeof value === 'number' && value >= 0 && value <= 1)
}

/** The members that fit a cell; an interval fits two. */
function scalarsOf(item: JsonObject): Row {
  const members = Object.entries(item).flatMap(([name, value]) =>
    Array.isArray(value) && name === 'interval'
      ? [['interval_low', value[0]] as const, ['interval_high', value[1]] as const]
      : [[name, value] as const]
  )
  return Object.fromEntries(members.filter((member): member is [string, Cell] => isCell(member[1])))
}

function isCell(value: unknown): value is Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
