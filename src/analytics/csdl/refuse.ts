import { InvalidRequest } from '../../errors.ts'
import type { Place, Predicate } from '../../languages/csdl/tree.ts'

/** A filter that can be read and cannot run, told as the original told it, with where it stands. */
export function refuse({ line, position }: Pick<Place, 'line' | 'position'>, what: string): InvalidRequest {
  return new InvalidRequest(`We are unable to parse this stream. At line ${line} position ${position} ${what}`)
}

/** The place behind a condition's target, where the original stood when it did not know one. */
export function behindTarget({ place, target }: Predicate): Pick<Place, 'line' | 'position'> {
  return { line: place.line, position: place.position + target.length }
}
