import type { Confusion } from '../model/confusion.ts'
import { pack } from './packs/packs.ts'

/** The packs whose models' errors are known. */
type MeasuredPack = 'account-type' | 'gender' | 'sentiment'

/** How a model errs whose answers aggregates count: measured when its pack was built, on cases that it never saw. */
export function confusionOf(name: MeasuredPack): Confusion {
  return pack(name).manifest.facts.confusion as Confusion // Our own build wrote it.
}
