import { readInteger } from './read-members.ts'

const dayS = 86_400
/** The longest period in days, and the one where none is asked for. */
export const longestPeriod = 28

export function readPeriod(value: unknown, errors: string[]): number {
  return value === undefined ? longestPeriod : readInteger('period', value, [1, longestPeriod], errors)
}

/** So many whole days before a midnight: both in unix seconds, the end exclusive. */
export function windowOf(period: number, midnight: number): { readonly start: number; readonly end: number } {
  return { start: midnight - period * dayS, end: midnight }
}
