import type { StrategyKnowledge } from '../strategy.ts'
import { allOf, isOneOf } from './csdl-text.ts'
import { type Dimension, dimensionsOf, findDimension } from './dimensions.ts'
import { quote, readObject, readTexts } from './read-members.ts'

/** Who is asked about: one of the segments of each dimension. */
export type Audience = readonly { readonly dimension: Dimension; readonly segments: readonly string[] }[]

/** How many segments of one dimension an audience may name: as many arguments as a filter's condition takes. */
const mostSegments = 100

/** Reads an object of dimension to segment or segments, under either name of a dimension. */
export function readAudience(name: string, value: unknown, known: StrategyKnowledge, errors: string[]): Audience {
  const before = errors.length
  const members = Object.entries(readObject(name, value, undefined, errors) ?? {})
  if (errors.length === before && members.length === 0) errors.push(`${name} must name at least one dimension`)
  const audience: { dimension: Dimension; segments: readonly string[] }[] = []
  for (const [member, given] of members) {
    const dimension = readDimension(name, member, known, errors)
    if (!dimension) continue
    if (audience.some(part => part.dimension === dimension))
      errors.push(`${name} names ${dimension.name} twice; put all its segments into one list`)
    const segments = readTexts(`${name}.${member}`, given, mostSegments, dimension.name, errors)
    errors.push(...segments.flatMap(segment => unknownSegment(dimension, segment)))
    audience.push({ dimension, segments })
  }
  return audience
}

/** The dimension of a name, or a sentence with those that there are. */
export function readDimension(
  parameter: string,
  name: unknown,
  { targets }: StrategyKnowledge,
  errors: string[]
): Dimension | undefined {
  const dimension = typeof name === 'string' ? findDimension(name, targets) : undefined
  const names = dimensionsOf(targets).map(({ name }) => name)
  if (!dimension) {
    const given = typeof name === 'string' ? quote(name) : 'a value that is no text'
    errors.push(`${parameter} names ${given}; the dimensions are: ${names.join(',')}`)
  }
  return dimension
}

function unknownSegment({ name, segments, isOpen }: Dimension, wanted: string): string[] {
  if (isOpen || segments.some(({ value }) => value === wanted)) return []
  return [`${quote(wanted)} is not one of the ${name}; the reference set ${name} lists them as they are written`]
}

export function audienceFilter(audience: Audience): string {
  return allOf(audience.map(({ dimension, segments }) => isOneOf(dimension.target, segments)))
}
