import { type City, groupBy } from './read-gazetteer.ts'

const largePopulation = 300_000
const reachKm = 50

/**
 * By city the number, from 1, of the large city that its metro area is named after: the largest of 300,000 people and more
 * within 50 km in the same country; 0 = none.
 */
export function metroAreas(cities: readonly City[]): number[] {
  const large = cities
    .map((city, at) => ({ city, at }))
    .filter(({ city }) => city.population >= largePopulation && !city.isSection && !isBorough(city))
    .sort((a, b) => b.city.population - a.city.population || a.at - b.at)
  const byCountry = groupBy(large, ({ city }) => city.country)
  return cities.map(city => {
    const near = byCountry.get(city.country)?.find(({ city: other }) => distanceKm(city, other) <= reachKm)
    return near ? near.at + 1 : 0
  })
}

/** Parts of New York that GeoNames lists as cities of their own. */
const isBorough = ({ id }: City) => [5110302, 5125771, 5133273, 5110266, 5139568].includes(id)

type Point = { readonly latitude: number; readonly longitude: number }

function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const north = (b.latitude - a.latitude) * radians
  const east = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians)
  return 6371 * Math.hypot(north, east)
}
