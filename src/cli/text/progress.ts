import { bar } from './bar-list.ts'
import { formatBytes, formatDuration } from './figures.ts'
import { fit, fitPath, pad, printable } from './printable.ts'
import { countOf } from './words.ts'

type Transfer = {
  readonly name: string
  readonly sentBytes: number
  /** Nothing where the size is not known beforehand (stdin). */
  readonly totalBytes: number | undefined
  readonly elapsedMs: number
}

/** One line about a transfer: `posts.jsonl  ━━━━━━       42 %  1.2 GB of 2.9 GB  84.0 MB/s  20 s left`. */
export function transferLine({ name, sentBytes, totalBytes, elapsedMs }: Transfer, width: number): string {
  const perMs = elapsedMs > 0 ? sentBytes / elapsedMs : 0
  const rate = `${formatBytes(perMs * 1000)}/s`
  const label = fitPath(printable(name), 28)
  if (totalBytes === undefined) return fit(`${label}  ${formatBytes(sentBytes)}  ${rate}`, width)
  const share = totalBytes === 0 ? 1 : Math.min(1, sentBytes / totalBytes)
  const left = perMs > 0 && share < 1 ? `${formatWholeSeconds((totalBytes - sentBytes) / perMs)} left` : ''
  const amount = `${formatBytes(sentBytes)} of ${formatBytes(totalBytes)}`
  const figures = [`${Math.floor(share * 100)} %`.padStart(5), amount, rate, left].filter(Boolean).join('  ')
  // What changes its length may not push the bar about: it is given room for the longest figures.
  const barWidth = Math.min(30, width - label.length - 60)
  return fit([label, ...(barWidth >= 6 ? [bar(share, barWidth)] : []), figures].join('  '), width)
}

/** One line about a transfer whose bytes are all sent, while the server stores and counts what came in. */
export function finishingLine(name: string, records: number, elapsedMs: number, width: number): string {
  const label = fitPath(printable(name), 28)
  return fit(`${label}  finishing, ${countOf(records, 'record')}, ${formatWholeSeconds(elapsedMs)}`, width)
}

/** What changes several times a second is shown in whole seconds. */
function formatWholeSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000)
}

/** One line about a job that runs: `AudienceInfluencers  ━━━━━━       42 %  running, 3.1 s`. */
export function jobLine(job: string, status: string, percent: number, elapsedMs: number, width: number): string {
  const share = pad(`${Math.floor(percent)} %`, 5, 'right')
  return fit(
    `${job}  ${bar(percent / 100, 20)}  ${share}  ${status.toLowerCase()}, ${formatDuration(elapsedMs)}`,
    width
  )
}

/** A line that changes; on a terminal it goes away when it is disposed. */
export type LiveLine = Disposable & { show(line: () => string): void }

const terminalEveryMs = 100
const plainEveryMs = 10_000

/** On a terminal a line that is written over itself; into a file or a pipe a new line every ten seconds. */
export function liveLine(stream: NodeJS.WriteStream, now: () => number): LiveLine {
  let shownAt = stream.isTTY ? 0 : now()
  let isShown = false
  return {
    show(line) {
      if (now() - shownAt < (stream.isTTY ? terminalEveryMs : plainEveryMs)) return
      shownAt = now()
      isShown = true
      stream.write(stream.isTTY ? `\r\u001b[2K${line()}` : `${line()}\n`)
    },
    [Symbol.dispose]: () => void (isShown && stream.isTTY && stream.write('\r\u001b[2K'))
  }
}
