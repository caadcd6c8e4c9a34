import { reliability } from '../../scripts/models/measure.ts'
import { wilsonInterval } from '../../src/analytics/wilson-interval.ts'
import { percent } from '../labelled-data.ts'
import type { AccuracyRow } from './row.ts'

const fewest = 20 // Fewer cases leave an interval that says nothing.
const mostOff = 0.05

/**
 * A reliability table: said confidence against observed rightness, by bins. A bin is off when the 95 % interval of what was
 * observed lies beyond five points of what was said: of seventy cases the observed share alone is ten points this way or that.
 */
export function reliabilityRows(
  what: string,
  cases: readonly { readonly confidence: number; readonly right: boolean; readonly weight?: number }[],
  edges: readonly number[]
): AccuracyRow[] {
  return reliability(cases, edges)
    .filter(({ n }) => n >= fewest)
    .map(({ from, to, n, said, observed }) => reliabilityRow(`${what}, confidence ${from} to ${to}`, n, said, observed))
}

/** One line of such a table. */
export function reliabilityRow(what: string, n: number, said: number, observed: number): AccuracyRow {
  const [low, high] = wilsonInterval(observed * n, n)
  return {
    what,
    n,
    figures: {
      'said confidence': percent(said, 1),
      observed: percent(observed, 1),
      '95 % interval': `${percent(low, 1)} to ${percent(high, 1)}`
    },
    baseline: '',
    anchor: '',
    target: 'off by less than 5 points',
    reached: low < said + mostOff && high > said - mostOff
  }
}
