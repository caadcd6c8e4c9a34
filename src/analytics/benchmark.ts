import type { ProfileId } from '../model/ids.ts'

/** Whom an audience is compared with; its own members are always taken out. */
export type Benchmark =
  /** Everybody about whom the corpus knows whom they follow or engage with. */
  | { readonly kind: 'corpus' }
  /** The same, of one network, on both sides: only its accounts are compared. */
  | { readonly kind: 'service'; readonly service: string }
  /** The given people. */
  | { readonly kind: 'people'; readonly ids: readonly ProfileId[] }

/** How many people of a group could show each kind of evidence: their follows, or their engagements, are known. */
export type EvidenceBase = { readonly following: number; readonly engaging: number }
