import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { toDurationMs, toSizeBytes } from '../languages/hocon/units.ts'
import { describeSchema } from './describe-schema.ts'
import { propertiesOf } from './properties-of.ts'

/**
 * Reads the members that a schema names out of a body: null counts as not given, defaults are filled in, and what the schema
 * does not name inside of them is dropped. Each wrong member is one sentence that says what it takes.
 */
export function readMembers(schema: TSchema, body: object): { members: Record<string, unknown>; errors: string[] } {
  const given: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(propertiesOf(schema))) {
    const value = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined
    if (value !== undefined && value !== null) given[name] = asNumberOf(member, wellFormed(structuredClone(value)))
  }
  const members = Value.Clean(schema, Value.Default(schema, given)) as Record<string, unknown> // An object went in.
  const wrong = new Map<string, string>()
  for (const error of Value.Errors(schema, members)) {
    const { path, part } = partAt(schema, pathOf(error.instancePath))
    const [top = ''] = path
    if (!wrong.has(top)) wrong.set(top, `"${path.join('.')}" takes ${describeSchema(part)}`)
  }
  const order = Object.keys(propertiesOf(schema))
  return { members, errors: [...wrong].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, text]) => text) }
}

// HOCON writes a number also as a text, a size ("10k") or a duration ("10s", in ms); JSON clients send texts now and then.
function asNumberOf(schema: TSchema, value: unknown): unknown {
  const isNumeric = 'type' in schema && (schema.type === 'integer' || schema.type === 'number')
  return isNumeric && typeof value === 'string' ? (toSizeBytes(value) ?? toDurationMs(value) ?? value) : value
}

// Half a surrogate pair would be text that PostgreSQL cannot read as JSON again.
function wellFormed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wellFormed)
  return typeof value === 'string' ? value.toWellFormed() : value
}

const pathOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))

// The part of the schema that the path names, as far as it leads through members of objects.
function partAt(schema: TSchema, path: readonly string[]): { path: string[]; part: TSchema } {
  const found: string[] = []
  let part = schema
  for (const name of path) {
    const next = propertiesOf(part)[name]
    if (!next) break
    found.push(name)
    part = next
  }
  return { path: found, part }
}
