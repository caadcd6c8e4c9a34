/** An object of JSON; its members are looked at before they are used. */
export type JsonObject = { readonly [name: string]: unknown }

/** Whether a value is an object of JSON: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
