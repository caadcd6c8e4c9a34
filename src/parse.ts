import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** Checks data that came through a door (a row, stored JSON, a setting) against its schema; anything else is a bug and throws. */
export function parse<Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> {
  if (Value.Check(schema, value)) return value
  const [first] = Value.Errors(schema, value)
  throw new TypeError(`unexpected data at ${first?.instancePath || 'the top'}: ${first?.message ?? 'does not fit'}`)
}
