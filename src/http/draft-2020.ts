/** A JSON Schema in the words of draft 2020-12, which OpenAPI 3.1 speaks: TypeBox writes tuples as the drafts before did. */
export function toDraft2020(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toDraft2020)
  if (typeof schema !== 'object' || schema === null) return schema
  const { items, additionalItems, ...rest } = schema as Record<string, unknown> // It is an object.
  const others = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, toDraft2020(member)]))
  if (Array.isArray(items)) return { ...others, prefixItems: items.map(toDraft2020), items: additionalItems ?? true }
  return items === undefined ? others : { ...others, items: toDraft2020(items) }
}
