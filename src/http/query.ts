import { parse } from 'node:querystring'
import type { Static, TObject } from 'typebox'
import { Value } from 'typebox/value'
import { InvalidRequest } from '../errors.ts'

/** A query string: names to their last value. */
export type Query = Readonly<Record<string, string | undefined>>

// The printed documentation has `/status?execution=HASH?access_token=TOKEN`: a `?` before a name is an `&`.
const strayQuestionMark = /\?(?=[A-Za-z_]+=)/g

/** Reads a query string with the slips of the printed documentation; of a name that is there twice the last value counts. */
export function parseQuery(text: string): Query {
  const fields = parse(text.includes('?') ? text.replace(strayQuestionMark, '&') : text)
  for (const name in fields) {
    const value = fields[name]
    if (Array.isArray(value)) fields[name] = value[value.length - 1]
  }
  return fields as Query // Lists are gone.
}

/** Checks parameters against their schema, numbers and truth values read from text; names it does not know are left out. */
export function readQuery<Schema extends TObject>(schema: Schema, query: Query): Static<Schema> {
  const given: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(schema.properties)) {
    const text = query[name]
    if (text !== undefined) given[name] = readValue(text, property)
  }
  const filled = Value.Default(schema, given)
  if (Value.Check(schema, filled)) return filled
  const [first] = Value.Errors(schema, filled)
  const name = first?.instancePath.slice(1) || String(first?.params && Object.values(first.params).flat()[0])
  throw wrongParameter(schema, name)
}

/** The error for one parameter: its name and what it takes. */
export function wrongParameter(schema: TObject, name: string): InvalidRequest {
  const property: Described | undefined = schema.properties[name]
  return new InvalidRequest(`${name}: ${property?.description ?? 'this parameter is not as documented.'}`)
}

type Described = { readonly type?: unknown; readonly description?: string }

function readValue(text: string, property: Described): unknown {
  if (property.type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  if (property.type === 'boolean') return truthOf(text)
  return text
}

function truthOf(text: string): unknown {
  if (['', '1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false
  return text
}
