import type { Confusion } from '../model/confusion.ts'
import { pack } from './packs/packs.ts'

/** How a model errs whose answers aggregates count: measured when its pack was built, on cases that it never saw. */
export function confusionOf(name: 'account-type' | 'sentiment'): Confusion
/** The build of this one may not have measured it. */
export function confusionOf(name: 'gender'): Confusion | undefined
export function confusionOf(name: 'account-type' | 'sentiment' | 'gender'): Confusion | undefined {
  return pack(name).manifest.facts.confusion as Confusion | undefined // Our own build wrote it.
}
