import type { JsonObject } from '../../json-object.ts'

/** The first of these members that is a text with something in it. */
export function firstText(given: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const value = given[name]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}
