import { readZonedTime } from './zoned-time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const twitterTime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/
const isoTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|UTC|[+-]\d{2}:?(?:\d{2})?)?$/i

/** Epochs below this are seconds, others milliseconds: as seconds it is the year 5138, as milliseconds March 1973. */
const firstMilliseconds = 1e11

/**
 * A time as milliseconds since 1970, or nothing when it cannot be read. Taken: ISO 8601, also with a blank for the T;
 * `Wed Apr 11 02:02:53 +0000 2007`; seconds or milliseconds since 1970. Times without a zone are in `timeZone`.
 */
export function readTime(value: unknown, timeZone: string): number | undefined {
  if (typeof value === 'number') return epoch(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return epoch(Number(text))
  return readIso(text, timeZone) ?? readTwitter(text)
}

function epoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0 || value > 8.64e15) return undefined
  return Math.floor(value < firstMilliseconds ? value * 1000 : value)
}

function readIso(text: string, timeZone: string): number | undefined {
  const match = isoTime.exec(text)
  if (!match) return undefined
  const part = (index: number) => Number(match[index] ?? 0)
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000)
  const wall = wallClock(part(1), part(2), part(3), part(4), part(5), part(6))
  if (wall === undefined) return undefined
  const zone = match[8]
  return milliseconds + (zone ? wall - offsetOf(zone) : readZonedTime(wall, timeZone))
}

function readTwitter(text: string): number | undefined {
  const match = twitterTime.exec(text)
  if (!match) return undefined
  const month = months.indexOf(match[1] ?? '') + 1
  const wall = wallClock(
    Number(match[9]),
    month,
    Number(match[2]),
    Number(match[3]),
    Number(match[4]),
    Number(match[5])
  )
  return wall === undefined ? undefined : wall - offsetOf(`${match[6]}${match[7]}${match[8]}`)
}

/** The time as if its zone were UTC; nothing when there is no such day or minute. A leap second is the next one. */
function wallClock(year: number, month: number, day: number, hour: number, minute: number, second: number) {
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return undefined
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const isRealDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  return isRealDay ? time : undefined
}

/** Milliseconds east of UTC. */
function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}
