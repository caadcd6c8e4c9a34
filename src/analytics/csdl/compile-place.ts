import type { Predicate } from '../../languages/csdl/tree.ts'
import type { BoundValues } from '../bound-values.ts'

export const earthKm = 6371.0088

/** Conditions on a point (latitude, longitude): written out, so that they are the same arithmetic as in code. */
export function compilePlace(point: string, { operator, argument }: Predicate, values: BoundValues): string {
  const [latitude, longitude] = [`tupleElement(${point}, 1)`, `tupleElement(${point}, 2)`]
  const exists = `NOT isNaN(${latitude})`
  const bind = (value: number) => values.bind(value, 'Float64')
  if (argument.kind !== 'points') return exists
  const [[lat1, lon1] = [0, 0], [lat2, lon2] = [0, 0]] = argument.points
  switch (operator) {
    case 'geo_box': {
      const [south, north] = [bind(Math.min(lat1, lat2)), bind(Math.max(lat1, lat2))]
      const [west, east] = [bind(lon1), bind(lon2)]
      // A box whose west lies east of its east goes over the date line.
      const inWidth = `${longitude} >= ${west} ${lon1 <= lon2 ? 'AND' : 'OR'} ${longitude} <= ${east}`
      return `(${latitude} >= ${south} AND ${latitude} <= ${north} AND (${inWidth}))`
    }
    case 'geo_radius': {
      const [lat, lon, km] = [bind(lat1), bind(lon1), bind(argument.radiusKm ?? 0)]
      const rise = `pow(sin(radians(${latitude} - ${lat}) / 2), 2)`
      const run = `cos(radians(${lat})) * cos(radians(${latitude})) * pow(sin(radians(${longitude} - ${lon}) / 2), 2)`
      return `(${exists} AND 2 * ${earthKm} * asin(least(1, sqrt(${rise} + ${run}))) <= ${km})`
    }
    default: {
      const column = (points: readonly (readonly [number, number])[], at: 0 | 1) =>
        values.bind(
          points.map(corner => corner[at]),
          'Array(Float64)'
        )
      const next = [...argument.points.slice(1), ...argument.points.slice(0, 1)]
      const corners = [column(argument.points, 0), column(argument.points, 1), column(next, 0), column(next, 1)]
      // As often as a ray to the east crosses an edge.
      const crossings = `arrayCount((y, x, y2, x2) -> ((y > ${latitude}) != (y2 > ${latitude}))
        AND ${longitude} < (x2 - x) * (${latitude} - y) / (y2 - y) + x, ${corners.join(', ')})`
      return `(${exists} AND ${crossings} % 2 = 1)`
    }
  }
}
