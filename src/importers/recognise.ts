import { InvalidRequest } from '../errors.ts'
import type { ImportFormat, ImportOptions } from './import-format.ts'
import { type RecordKind, recordSplitter } from './records/record-splitter.ts'
import { mappedReader } from './rows/mapped-row.ts'
import { headerOf } from './rows/table.ts'
import { namesEnds } from './twitter/known-ends.ts'
import { UnreadableRecord } from './unreadable-record.ts'
import { objectOf, parseJson } from './values/json.ts'

/** How many records are looked at. */
export const lookedAt = 20

/** Less sure than this is not recognised. */
const sureEnough = 0.5

/**
 * The format that is surest of a file with this beginning (`isWhole`: the beginning is all of it); throws InvalidRequest,
 * which lists the formats, when none is.
 */
export function recogniseFormat(
  head: string,
  isWhole: boolean,
  { formats, options, name }: { formats: readonly ImportFormat[]; options: ImportOptions; name: string }
): ImportFormat {
  const records: Record<RecordKind, string[]> = {
    lines: firstRecords('lines', head, isWhole),
    csv: firstRecords('csv', head, isWhole),
    json: firstRecords('json', head, isWhole)
  }
  const ranked = formats
    .filter(format => options.columns.size === 0 || format.takesColumns)
    .map(format => ({ format, sure: format.recognise(records[format.records], options) }))
    .sort((a, b) => b.sure - a.sure)
  const [best] = ranked
  if (best && best.sure >= sureEnough) return best.format
  if (isWhole && records.lines.every(line => line.trim() === '')) {
    throw new InvalidRequest(`${name} holds nothing but blank lines.`)
  }
  const members = membersOf(head, records)
  const found = members.length > 1 ? `: ${members.join(', ').slice(0, 500)}` : ''
  if (options.columns.size > 0) {
    // It may be that a field is not known, or that one is missing. Of a page of the API one end is said and no more.
    if (!namesEnds(options)) mappedReader([...options.columns.keys()])
    throw new InvalidRequest(`The columns that --columns names are not those of ${name}${found}.`)
  }
  throw new InvalidRequest(
    `The format of ${name} was not recognised. A table or JSON lines of any kind can be read with --columns, for instance ` +
      `--columns id=user_id,name=full_name${found && `; its own are${found}`}. ` +
      `Or say --format NAME: ${formats.map(format => format.name).join(', ')}.`
  )
}

/** What the columns of a table, or the members of the first JSON object, are called. */
function membersOf(head: string, { csv, json }: Record<RecordKind, readonly string[]>): string[] {
  if (!/^\s*[[{]/.test(head)) return headerOf(csv[0] ?? '')
  try {
    return Object.keys(objectOf(parseJson(json[0] ?? '')) ?? {})
  } catch {
    return [] // It is no JSON either.
  }
}

/** Whole records at the beginning of a text, at most lookedAt of them. */
export function firstRecords(kind: RecordKind, head: string, isWhole: boolean): string[] {
  const records: string[] = []
  const take = (record: string) => {
    if (records.length < lookedAt) records.push(record)
  }
  const splitter = recordSplitter(kind, { take, refuse: take })
  splitter.push(head)
  if (isWhole) splitter.end()
  return records
}

/** The share, 0–1, of records that are like this; a record that cannot be read is not. */
export function shareOf(records: readonly string[], isLike: (record: string) => boolean): number {
  const alike = records.filter(record => {
    try {
      return isLike(record)
    } catch (error) {
      if (error instanceof UnreadableRecord) return false
      throw error
    }
  })
  return records.length === 0 ? 0 : alike.length / records.length
}

/** How sure it is that a table has these columns, and none of those. */
export function recogniseHeader(
  records: readonly string[],
  names: readonly string[],
  others: readonly string[] = []
): number {
  const header = headerOf(records[0] ?? '')
  return names.every(name => header.includes(name)) && !others.some(name => header.includes(name)) ? 0.95 : 0
}
