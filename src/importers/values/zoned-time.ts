const clocks = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
const rememberedOffsets = 100_000
const quarterHour = 900_000

/** Whether the computer knows the zone (IANA name). */
export function isTimeZone(timeZone: string): boolean {
  try {
    return clockOf(timeZone) !== undefined
  } catch {
    return false
  }
}

/**
 * When a clock in the zone shows `wall` (a time read as if it were UTC). Of an hour that comes twice in autumn the first
 * is taken; one that is left out in spring is read with the offset before the change.
 */
export function readZonedTime(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall
  const before = offsetAt(wall - 86_400_000, timeZone)
  const first = wall - before
  if (offsetAt(first, timeZone) === before) return first
  const after = offsetAt(wall + 86_400_000, timeZone)
  const second = wall - after
  return offsetAt(second, timeZone) === after ? second : first
}

/** Milliseconds east of UTC; zones change at whole quarters of an hour. */
function offsetAt(time: number, timeZone: string): number {
  const quarter = Math.floor(time / quarterHour) * quarterHour
  const key = `${timeZone} ${quarter}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    offset = wallAt(quarter, timeZone) - quarter
    if (offsets.size >= rememberedOffsets) offsets.clear()
    offsets.set(key, offset)
  }
  return offset
}

function wallAt(time: number, timeZone: string): number {
  const part = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)])
  )
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    clock = new Intl.DateTimeFormat('en-US', { ...fields, second: 'numeric', hourCycle: 'h23', timeZone })
    clocks.set(timeZone, clock)
  }
  return clock
}
