import type { TraitName } from '../model/traits.ts'

/** Rises by one whenever a trait's answer changes: stored enrichments of an older version are out of date. */
const modelVersion = 2

/** The models and what is left out, as it stands beside all that they say: `2`, or `2-gender`. */
export function modelVersionWithout(off: readonly TraitName[]): string {
  return [modelVersion, ...off.toSorted()].join('-')
}
