import { bar } from './bar-list.ts'
import { formatCount } from './figures.ts'
import { pad } from './printable.ts'

/** How many there were in a stretch of time that begins at `time` (unix seconds). */
export type TimeBucket = { readonly time: number; readonly count: number; readonly people: number }

const barWidth = 40

/** One line a bucket: its start in UTC, a bar, how many and by how many people; where a bucket is missing stands a dot. */
export function timeChart(buckets: readonly TimeBucket[], stepSeconds: number): string[] {
  const most = Math.max(1, ...buckets.map(({ count }) => count))
  const hasTime = stepSeconds < 86_400
  const counts = buckets.map(({ count }) => formatCount(count))
  const people = buckets.map(bucket => formatCount(bucket.people))
  const width = (texts: readonly string[]) => Math.max(...texts.map(text => text.length))
  return buckets.flatMap(({ time, count }, index) => {
    const before = buckets[index - 1]
    const isGap = before !== undefined && time - before.time > stepSeconds * 1.5
    const line = [
      startOf(time, hasTime),
      bar(count / most, barWidth),
      pad(counts[index] ?? '', width(counts), 'right'),
      `by ${pad(people[index] ?? '', width(people), 'right')}`
    ].join('  ')
    return isGap ? ['·', line] : [line]
  })
}

function startOf(time: number, hasTime: boolean): string {
  const text = new Date(time * 1000).toISOString()
  return hasTime ? `${text.slice(0, 10)} ${text.slice(11, 16)}` : text.slice(0, 10)
}
