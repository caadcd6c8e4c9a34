import type { TraitSettings } from '../model/traits.ts'

/** Rises by one whenever a trait's answer changes: stored enrichments of an older version are out of date. */
const modelVersion = 5

/** The models, what is left out and what is guessed, as it stands beside all that they say: `5`, `5-gender`, `5+birthyear_from_name`. */
export function modelVersionOf({ off, birthyearFromName }: Pick<TraitSettings, 'off' | 'birthyearFromName'>): string {
  return [modelVersion, ...off.toSorted()].join('-') + (birthyearFromName ? '+birthyear_from_name' : '')
}
