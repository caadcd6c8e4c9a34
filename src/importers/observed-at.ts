import { readTime } from './values/read-time.ts'
import { isTimeZone } from './values/zoned-time.ts'

/**
 * When a file was written, as somebody says it: ISO 8601, in `timeZone` where it names none, or milliseconds since 1970. Answers
 * ms, or nothing for what is no time.
 */
export function readObservedAt(text: string, timeZone = 'UTC'): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  // A zone that does not exist is told by the import itself.
  return readTime(text, isTimeZone(timeZone) ? timeZone : 'UTC')
}
