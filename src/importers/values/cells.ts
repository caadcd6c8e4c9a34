import { UnreadableRecord } from '../unreadable-record.ts'

/** Longer texts are rejected, in characters: the longest posts of the networks have some ten thousand. */
const textLimit = 100_000

/** A text that says something, or null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return null
  if (value.length > textLimit) throw new UnreadableRecord(`a text of more than ${textLimit} characters`)
  return value
}

/** A whole number from 0, or null; `135.0` and `1,234` are taken. */
export function countOf(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = typeof value === 'string' ? Number(value.replaceAll(',', '')) : value
  if (typeof number !== 'number' || !(number >= 0) || number > Number.MAX_SAFE_INTEGER) return null
  return Math.floor(number)
}

/** Yes or no, as people and programs write it, or null. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const word = String(value).trim().toLowerCase()
  if (['true', '1', '1.0', 'yes', 't', 'y'].includes(word)) return true
  return ['false', '0', '0.0', 'no', 'f', 'n'].includes(word) ? false : null
}
