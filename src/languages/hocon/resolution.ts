import { languageErrorAt } from '../language-error.ts'
import type { Limits } from '../limits.ts'
import type { View } from './layers.ts'

/** The filling in of one text's substitutions, and what it has cost so far. */
export type Resolution = {
  readonly text: string
  readonly limits: Limits
  readonly root: View | undefined
  size: number
  /** Values under evaluation inside one another. */
  depth: number
  /** The substitution last looked at: where growth is reported. */
  offset: number
}

/**
 * Counts everything that a text could make grow by naming values again and again: a unit for each scalar, each
 * character of a string or key and each step of the work, eight for an array or object (which weigh as much in memory).
 */
export function charge(resolution: Resolution, units: number) {
  resolution.size += units
  const { maxResolvedSize } = resolution.limits
  if (resolution.size <= maxResolvedSize) return
  throw expectedAt(
    resolution,
    resolution.offset,
    `a text that stands for at most ${maxResolvedSize} values and characters`,
    'more'
  )
}

/** Marks the start of an evaluation inside another; the caller lowers `depth` again at its end. */
export function enter(resolution: Resolution) {
  charge(resolution, 1)
  const { maxSubstitutionDepth } = resolution.limits
  if (++resolution.depth <= maxSubstitutionDepth) return
  throw expectedAt(
    resolution,
    resolution.offset,
    `substitutions that lead through at most ${maxSubstitutionDepth} values`,
    'more'
  )
}

export function expectedAt(resolution: Resolution, offset: number, what: string, found: string) {
  return languageErrorAt(resolution.text, offset, what, found)
}
