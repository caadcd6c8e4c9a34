import type { TraitSettings } from '../model/traits.ts'
import type { Enricher } from './enrich.ts'

/** Loads the traits, when they are first asked for. */
export type LoadEnricher = () => Promise<Enricher>

/** Traits are some ninety files and their packs: a server that only answers questions starts without them. */
export function enricherWhenNeeded({ off, birthyearFromName }: TraitSettings): LoadEnricher {
  let loaded: Promise<Enricher> | undefined
  return () => {
    loaded ??= import('./enrich.ts').then(({ createEnricher }) => createEnricher(off, birthyearFromName))
    return loaded
  }
}
