/** How much one text may ask of a parser. The length of the text itself is the caller's to bound. */
export type Limits = {
  /** Levels of arrays and objects inside one another, in the text and in what its substitutions make of it. */
  readonly maxDepth: number
  /** Substitutions such as `${a.b}` in one text. */
  readonly maxSubstitutions: number
  /** Values that may wait for one another while substitutions are followed: bounds the call stack. */
  readonly maxSubstitutionDepth: number
  /** Size of what the text stands for, once substitutions are filled in: see `charge` in hocon/resolution.ts. */
  readonly maxResolvedSize: number
}

export const defaultLimits: Limits = {
  maxDepth: 64,
  maxSubstitutions: 1_000,
  maxSubstitutionDepth: 300,
  maxResolvedSize: 8 * 1024 * 1024
}
