import { isObject } from '../../json-object.ts'
import { printable } from '../text/printable.ts'
import { textAt } from './result-shapes.ts'

/** What the accounts of a result are called, by id: some parts of it name them, others only refer to them. */
export function accountNames(result: unknown, names = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(result)) for (const item of result) accountNames(item, names)
  if (!isObject(result)) return names
  const name = textAt(result, 'displayName') || textAt(result, 'name')
  const id = textAt(result, 'id')
  if (id.includes(':') && name !== '') names.set(id, printable(name))
  for (const value of Object.values(result)) if (typeof value === 'object') accountNames(value, names)
  return names
}
