const counts = new Intl.NumberFormat('en-GB')
const figures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

/** 1234567 → `1,234,567`. */
export function formatCount(count: number): string {
  return counts.format(count)
}

/** A share from 0 to 1 → `12.3 %`; below one in a hundred `0.05 %`, so that a rare thing does not read as none. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.000_05) return '<0.01 %'
  return `${(share * 100).toFixed(share > 0 && share < 0.0095 ? 2 : 1)} %`
}

/** Any number: whole ones in full, others with three significant digits. */
export function formatFigure(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : figures.format(value)
}

/** Bytes as people write them, in steps of 1024: `640 B`, `12.4 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let amount = bytes
  let unit = 0
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024
    unit++
  }
  return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[unit]}`
}

/** Milliseconds as people say them: `340 ms`, `12.3 s`, `4 min 05 s`, `2 h 13 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${twoDigits(seconds % 60)} s`
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** The numbers of a column, written alike: in full when all are whole, else with as many decimals as the largest leaves room for. */
export function formatColumn(values: readonly (number | undefined)[]): string[] {
  const given = values.filter(value => value !== undefined)
  const largest = Math.max(...given.map(Math.abs))
  const decimals = given.every(Number.isInteger) ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 4
  const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return values.map(value => (value === undefined ? '' : format.format(value)))
}
