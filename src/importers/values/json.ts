import { isObject, type JsonObject } from '../../json-object.ts'
import { UnreadableRecord } from '../unreadable-record.ts'

export function objectOf(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined
}

/** The objects of an array; nothing for anything else: R writes an empty list as `{}`. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** Whole numbers that a JavaScript number would round. */
const longNumber = /(?:^|[[:,\s])-?\d{16,}/

/** A JSON value; numbers that would be rounded, such as ids, become texts. Throws UnreadableRecord. */
export function parseJson(record: string): unknown {
  try {
    return longNumber.test(record) ? JSON.parse(record, keepLong) : JSON.parse(record)
  } catch (error) {
    throw new UnreadableRecord(`no valid JSON (${error instanceof Error ? error.message : String(error)})`)
  }
}

/** Like parseJson, but long numbers may be rounded: three times as fast, where each id also stands as a text. */
export function parseJsonRounding(record: string): unknown {
  try {
    return JSON.parse(record)
  } catch (error) {
    throw new UnreadableRecord(`no valid JSON (${error instanceof Error ? error.message : String(error)})`)
  }
}

type Source = { readonly source?: string }

function keepLong(_name: string, value: unknown, context?: Source): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value
}
