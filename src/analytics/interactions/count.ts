import type { Privacy } from '../privacy.ts'
import type { Targets } from '../targets/target.ts'
import type { AuthorSource } from './author-conditions.ts'
import type { Ask, Distinct } from './distinct-authors.ts'

/** How one level of an analysis is counted. */
export type Level = {
  readonly targets: Targets
  readonly privacy: Privacy
  readonly ask: Ask
  readonly distinct: Distinct
  /** Of which rows conditions are asked as sets of authors. */
  readonly bySet: ReadonlySet<AuthorSource>
}
