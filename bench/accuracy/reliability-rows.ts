import { reliability } from '../../scripts/models/measure.ts'
import { percent } from '../labelled-data.ts'
import type { AccuracyRow } from './row.ts'

/** A reliability table: said confidence against observed rightness, by bins; a bin under fifty cases proves nothing and is left out. */
export function reliabilityRows(
  what: string,
  cases: readonly { readonly confidence: number; readonly right: boolean; readonly weight?: number }[],
  edges: readonly number[]
): AccuracyRow[] {
  return reliability(cases, edges)
    .filter(({ n }) => n >= 50)
    .map(({ from, to, n, said, observed }) => ({
      what: `${what}, confidence ${from} to ${to}`,
      n,
      figures: { said: percent(said, 1), observed: percent(observed, 1) },
      baseline: '',
      anchor: '',
      target: 'off by less than 5 points',
      reached: Math.abs(said - observed) < 0.05
    }))
}
