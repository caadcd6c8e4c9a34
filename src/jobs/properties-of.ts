import type { TSchema } from 'typebox'

/** The members that an object's schema names; none for any other schema. */
export function propertiesOf(schema: TSchema): Readonly<Record<string, TSchema>> {
  const properties: unknown = 'properties' in schema ? schema.properties : undefined
  return typeof properties === 'object' && properties !== null ? (properties as Record<string, TSchema>) : {} // By JSON Schema's rules.
}
