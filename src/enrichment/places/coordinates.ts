import { cellAt, gazetteer } from './gazetteer.ts'

export type Point = { readonly latitude: number; readonly longitude: number }

// `ÜT: 40.71,-74.00`, `iPhone: 40.71,-74.00`, `40.71, -74.00`: what clients once wrote into the location.
const decimal = /^(?:[\p{L}\s]{1,12}:\s*)?(-?\d{1,2}\.\d{1,15})\s{0,2}[,; ]\s{0,2}(-?\d{1,3}\.\d{1,15})$/u
const compass = /^(\d{1,2}(?:\.\d{1,15})?)\s?°?\s?([NS])[,;\s]{1,3}(\d{1,3}(?:\.\d{1,15})?)\s?°?\s?([EW])$/i

const hasDigit = /\d/

/** The point that a location is, if it is one. */
export function pointIn(location: string): Point | undefined {
  if (location.length > 80 || !hasDigit.test(location)) return undefined
  const text = location.trim()
  const plain = decimal.exec(text)
  if (plain) return pointOf(Number(plain[1]), Number(plain[2]))
  const [, north, southSign, east, westSign] = compass.exec(text) ?? []
  if (north === undefined) return undefined
  return pointOf(
    Number(north) * (/s/i.test(southSign ?? '') ? -1 : 1),
    Number(east) * (/w/i.test(westSign ?? '') ? -1 : 1)
  )
}

function pointOf(latitude: number, longitude: number): Point | undefined {
  const isNowhere = latitude === 0 && longitude === 0
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !isNowhere ? { latitude, longitude } : undefined
}

const reachKm = 50

/** The city around a point: near enough for its size, so that a point in New York's harbour is not in a village. */
export function cityAround({ latitude, longitude }: Point): number | undefined {
  const { populations } = gazetteer()
  const cellStarts = gazetteer().cellStarts()
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  const wide = Math.min(180, Math.ceil(0.5 / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))))
  for (let north = -1; north <= 1; north++)
    for (let east = -wide; east <= wide; east++) {
      const [row, column] = [latitude + north, wrapped(longitude + east)]
      if (row < -90 || row >= 90) continue
      const cell = cellAt(row, column)
      const end = cellStarts[cell + 1] as number
      for (let city = cellStarts[cell] as number; city < end; city++) {
        const km = kmTo(city, latitude, longitude)
        if (km > reachKm) continue
        const distance = km / (5 + radiusKm(populations[city] as number))
        if (distance < least) {
          least = distance
          best = city
        }
      }
    }
  return best
}

const wrapped = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180

/** Of a disc where so many people live, 3,000 on a square kilometre. */
const radiusKm = (population: number) => Math.sqrt(population / 3000 / Math.PI)

/** Kilometres from a place of the gazetteer to a point; exact enough below some hundred. */
export function kmTo(place: number, latitude: number, longitude: number): number {
  const { latitudes, longitudes } = gazetteer()
  const north = (latitudes[place] as number) / 1e5 - latitude
  const east = wrapped((longitudes[place] as number) / 1e5 - longitude) * Math.cos((latitude * Math.PI) / 180)
  return 111.195 * Math.hypot(north, east)
}
