/** One measured figure: what, how much, and what it stands beside. */
export type Figure = {
  readonly what: string
  readonly value: string
  /** The ratio to a peer measured in the same run, or what it must reach. */
  readonly beside: string
  /** Whether it reached its target; nothing where there is none. */
  readonly reached?: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** How long the work took, ms, and what it answered. */
export async function timed<Answer>(work: () => Promise<Answer>): Promise<{ ms: number; answer: Answer }> {
  const start = performance.now()
  const answer = await work()
  return { ms: performance.now() - start, answer }
}

export const inMs = (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`
export const perSecond = (count: number, ms: number) => `${Math.round((count / ms) * 1000).toLocaleString('en')}/s`

export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(figure => figure.what.length))
  console.log(`\n${title}`)
  for (const { what, value, beside, reached } of figures) {
    const verdict = reached === undefined ? '' : reached ? '  reached' : '  MISSED'
    console.log(`  ${what.padEnd(width)}  ${value.padStart(14)}  ${beside}${verdict}`)
  }
}
