import type { Confusion } from '../model/confusion.ts'
import { pack } from './packs/packs.ts'

/** The packs whose models' errors are known: measured when each was built, on cases that it never saw. */
type MeasuredPack = 'account-type' | 'gender' | 'sentiment'

type MeasuredFacts = {
  readonly classes: readonly string[]
  readonly confusion: Confusion['shares']
  readonly confusionCases: readonly number[]
}

/** How a model errs whose answers aggregates count. */
export function confusionOf(name: MeasuredPack): Confusion {
  const { classes, confusion, confusionCases } = pack(name).manifest.facts as MeasuredFacts // Our own build wrote them.
  return { classes, shares: confusion, cases: confusionCases }
}
