import type { Confusion } from '../../src/model/confusion.ts'

/** What a classifier's answers are worth, each from 0 to 1. */
export type Measured = {
  readonly accuracy: number
  /** The mean over the classes of the share of its cases that were found. */
  readonly averageRecall: number
  readonly macroF1: number
  /** Cases by true class (rows) and said class (columns). */
  readonly counts: readonly (readonly number[])[]
}

export function measure(
  classes: number,
  cases: readonly { readonly label: number; readonly said: number }[]
): Measured {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (const { label, said } of cases) {
    const row = counts[label] as number[]
    row[said] = (row[said] as number) + 1
  }
  const numbers = [...counts.keys()]
  const at = (row: number, column: number) => counts[row]?.[column] ?? 0
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const recall = (k: number) => at(k, k) / Math.max(1, sum(counts[k] ?? []))
  const precision = (k: number) => at(k, k) / Math.max(1, sum(numbers.map(row => at(row, k))))
  const f1 = (k: number) => (2 * recall(k) * precision(k)) / Math.max(1e-9, recall(k) + precision(k))
  return {
    accuracy: sum(numbers.map(k => at(k, k))) / Math.max(1, cases.length),
    averageRecall: sum(numbers.map(recall)) / classes,
    macroF1: sum(numbers.map(f1)) / classes,
    counts
  }
}

/** Counts by true class (rows) and said class (columns), as packs keep them: shares of each row, to four decimals. */
export function confusionOf(classes: readonly string[], counts: readonly (readonly number[])[]): Confusion {
  const cases = counts.map(row => row.reduce((total, count) => total + count, 0))
  const share = (count: number, row: number) => Math.round((10_000 * count) / Math.max(1, cases[row] ?? 0)) / 10_000
  return { classes, shares: counts.map((row, at) => row.map(count => share(count, at))), cases }
}

/** Said and observed rightness by bins of confidence: `from` and `to` its edges. */
export function reliability(
  cases: readonly { readonly confidence: number; readonly right: boolean; readonly weight?: number }[],
  edges: readonly number[]
): {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly said: number
  readonly observed: number
}[] {
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] as number
    let n = 0
    let whole = 0
    let said = 0
    let observed = 0
    for (const { confidence, right, weight = 1 } of cases) {
      if (confidence < from || (confidence >= to && to < 1)) continue
      n += 1
      whole += weight
      said += weight * confidence
      observed += right ? weight : 0
    }
    return { from, to, n, said: said / (whole || 1), observed: observed / (whole || 1) }
  })
}

export function argmax(values: readonly number[]): number {
  return values.indexOf(Math.max(...values))
}
