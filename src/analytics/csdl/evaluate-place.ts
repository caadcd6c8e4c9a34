import type { Predicate } from '../../languages/csdl/tree.ts'
import { earthKm } from './compile-place.ts'
import type { FilterValue } from './filter-reader.ts'

/** Whether a point (latitude, longitude) lies in the box, circle or polygon of a condition. */
export function isInside(value: FilterValue, { operator, argument }: Predicate): boolean {
  if (!Array.isArray(value) || argument.kind !== 'points') return false
  const [latitude, longitude] = value
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || Number.isNaN(latitude)) return false
  const [one = [0, 0], other = [0, 0]] = argument.points
  if (operator === 'geo_box') return isInBox([latitude, longitude], one, other)
  if (operator === 'geo_radius') return kilometres([latitude, longitude], one) <= (argument.radiusKm ?? 0)
  return isInPolygon([latitude, longitude], argument.points)
}

type Point = readonly [latitude: number, longitude: number]

function isInBox([latitude, longitude]: Point, one: Point, other: Point): boolean {
  const isInHeight = latitude >= Math.min(one[0], other[0]) && latitude <= Math.max(one[0], other[0])
  const [isPastWest, isBeforeEast] = [longitude >= one[1], longitude <= other[1]]
  return isInHeight && (one[1] <= other[1] ? isPastWest && isBeforeEast : isPastWest || isBeforeEast)
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

function kilometres([latitude, longitude]: Point, [lat, lon]: Point): number {
  const rise = Math.sin(radians(latitude - lat) / 2) ** 2
  const run = Math.cos(radians(lat)) * Math.cos(radians(latitude)) * Math.sin(radians(longitude - lon) / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(rise + run)))
}

function isInPolygon([latitude, longitude]: Point, corners: readonly Point[]): boolean {
  const crossings = corners.filter(([y, x], at) => {
    const [y2, x2] = corners[(at + 1) % corners.length] as Point // There is a corner at every number below the length.
    return y > latitude !== y2 > latitude && longitude < ((x2 - x) * (latitude - y)) / (y2 - y) + x
  })
  return crossings.length % 2 === 1
}
